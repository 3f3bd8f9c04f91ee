public import ExactMath

/// A minimum that must be reached for a designation, on the sheet or before nomination.
///
/// Each condition is judged by itself; none implies another (`docs/adr/0003`). A class, so that judging twenty
/// thousand sheets does not copy its texts.
public final class Condition: Sendable {
    /// What is compared with the minimum.
    public enum Measure: Hashable, Sendable {
        /// The points of these nodes together (positions in ``Instrument/nodes``).
        case nodes([Int])
        /// A dated fact about the agency or unit.
        case fact(FactID)
    }

    /// How the numbers read.
    public enum Unit: Hashable, Sendable {
        /// Points on the sheet's scale of 100.
        case points
        /// A number of something that is not a score: years, a level, a percentage.
        case number
        /// A place on a ladder of grades; the number is the position on it, 0 the lowest.
        case grade(GradeScale)
        /// 1 for yes, 0 for no.
        case yesNo
    }

    /// A higher or lower minimum where another fact has a certain value.
    public struct Exception: Sendable {
        /// The fact that decides whether the exception applies; not the one that is measured.
        public let fact: FactID
        /// The value of that fact, as the number conditions compare.
        public let value: Ratio
        /// The minimum that then applies, in the condition's unit.
        public let minimum: Ratio

        /// Puts an exception together; whether the fact exists is not checked here.
        public init(fact: FactID, value: Ratio, minimum: Ratio) {
            self.fact = fact
            self.value = value
            self.minimum = minimum
        }
    }

    /// Names the condition among those of its designation, in messages and data.
    public let id: ConditionID
    /// What people read in the list of conditions, in Indonesian; for an area, its number and name.
    public let name: String
    /// What is compared with ``minimum``: points of nodes on the sheet, or a fact before nomination.
    public let measure: Measure
    /// In the condition's unit; measured values are compared with it exactly.
    public let minimum: Ratio
    /// How ``minimum`` and what is measured are to be read; points for every condition on the sheet.
    public let unit: Unit
    /// How the minimum comes about, where it is derived: `60% dari bobot 8`. Empty when it is written as such.
    public let basis: String
    /// The clause of the regulation.
    public let clause: String
    /// 0 for a condition of its own, 1 for one that people read as part of the one before it.
    public let level: Int
    /// For facts only.
    public let exception: Exception?

    /// Puts a condition together; nothing is checked here (see ``Instrument/init(_:)``).
    public init(
        id: ConditionID, name: String, measure: Measure, minimum: Ratio, unit: Unit,
        basis: String, clause: String, level: Int, exception: Exception? = nil
    ) {
        self.id = id
        self.name = name
        self.measure = measure
        self.minimum = minimum
        self.unit = unit
        self.basis = basis
        self.clause = clause
        self.level = level
        self.exception = exception
    }
}

/// A ladder of grades, lowest first, such as D · C · CC · B · BB · A · AA.
public struct GradeScale: Hashable, Sendable {
    /// The ladder's name inside the instrument file.
    public let name: String
    /// The grades as people write them, lowest first; positions on the ladder are 0-based.
    public let grades: [String]

    /// Puts a ladder together; that the grades rise and none repeats is not checked.
    public init(name: String, grades: [String]) {
        self.name = name
        self.grades = grades
    }

    /// The position of a grade, whatever its case; 0 is the lowest.
    ///
    /// - Complexity: O(grades)
    public func position(of grade: some StringProtocol) -> Int? {
        grades.firstIndex { $0.lowercased() == grade.lowercased() }
    }
}
