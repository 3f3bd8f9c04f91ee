public import ExactMath

/// How Zona reads what the regulation leaves open. Each reading is data of the instrument, shown where it
/// bites, and has a decision record in `docs/adr/`.
public struct Policies: Sendable {
    /// What "at least 60 % per area" is a percentage of.
    public enum AreaMinimum: String, Sendable {
        /// The area's weight over all blocks together.
        case combined
        /// The area's weight in each block by itself.
        case perBlock
    }

    /// Which weight the minimum of an area is a percentage of.
    public let areaMinimum: AreaMinimum
    /// Decimals people read, 0 to 6; half up.
    public let decimals: Int
    /// A condition met by less than this part of its minimum is shown as *tipis*. Decides nothing.
    public let thinMargin: Ratio
    /// Who signs the award, by designation, in words.
    public let awardedBy: [Designation: String]

    /// Puts the policies together; the ranges are checked where instruments are read from files, not here.
    public init(areaMinimum: AreaMinimum, decimals: Int, thinMargin: Ratio, awardedBy: [Designation: String]) {
        self.areaMinimum = areaMinimum
        self.decimals = decimals
        self.thinMargin = thinMargin
        self.awardedBy = awardedBy
    }
}

/// What a step towards a better answer costs when a question says nothing else.
public struct EffortRule: Sendable {
    /// Effort of one step up a scale, 1 to 100.
    public let step: Int
    /// How far one step carries a ratio question, over 0 and at most 1.
    public let ratioStep: Ratio

    /// Puts the rule together; both ranges are checked where instruments are read from files, not here.
    public init(step: Int, ratioStep: Ratio) {
        self.step = step
        self.ratioStep = ratioStep
    }
}

/// A line that the verdict carries although it decides nothing.
public struct Remark: Sendable {
    /// When the line appears. A question that is not answered never brings one.
    public enum Trigger: Sendable {
        /// The number answered is below this one.
        case below(Ratio)
        /// Always; names the band of the number × `factor`, rounded half up to two decimals.
        case band(factor: Ratio, bands: [Band])
    }

    /// A named range that begins at `from` and ends where the next begins.
    public struct Band: Sendable {
        /// The least number of the band, itself included, on the scale of the answer × the trigger's factor.
        public let from: Ratio
        /// What people read for the band, in Indonesian; stands for `{kategori}`.
        public let name: String

        /// Puts a band together; bands are listed lowest first, which is not checked.
        public init(from: Ratio, name: String) {
            self.from = from
            self.name = name
        }
    }

    /// Position in ``Instrument/questions``; a number question.
    public let question: Int
    /// For which designation; `nil` for both.
    public let designation: Designation?
    /// Which answered numbers bring the line.
    public let trigger: Trigger
    /// The sentence; `{nilai}` stands for the number and `{kategori}` for the band's name.
    public let text: String

    /// Puts a remark together; the position is not checked here.
    public init(question: Int, designation: Designation?, trigger: Trigger, text: String) {
        self.question = question
        self.designation = designation
        self.trigger = trigger
        self.text = text
    }
}
