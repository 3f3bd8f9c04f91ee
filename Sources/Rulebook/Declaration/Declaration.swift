/// The event at which a unit's people declare that they build an integrity zone.
///
/// Clause: PermenPANRB 52/2014 Lampiran Bab II.A.1–7; PermenPANRB 90/2021 Lampiran I Bab II.
public struct Declaration: Hashable, Sendable {
    /// Who may witness it beside the unit's own people.
    public enum Witness: String, CaseIterable, Hashable, Sendable {
        /// Komisi Pemberantasan Korupsi.
        case corruptionCommission = "kpk"
        /// Ombudsman Republik Indonesia.
        case ombudsman = "ori"
        /// People from outside the government: universities, associations, business, community leaders.
        case publicFigures = "masyarakat"

        /// What people read, in Indonesian.
        public var name: String {
            switch self {
            case .corruptionCommission: "Komisi Pemberantasan Korupsi (KPK)"
            case .ombudsman: "Ombudsman Republik Indonesia (ORI)"
            case .publicFigures: "Unsur masyarakat"
            }
        }
    }

    /// How far it is on a day.
    public enum Standing: Hashable, Sendable {
        /// Its day lies ahead.
        case planned
        /// It was held, and nothing tells where it was published.
        case unpublished
        /// It was held and published.
        case held
    }

    /// The day of the event.
    public let heldOn: Day
    /// Where it was held.
    public let place: String
    /// Where it was published; empty while it was not.
    public let publication: String
    /// Who witnessed it; the regulations invite witnesses and do not require them.
    public let witnesses: Set<Witness>

    /// The most characters of ``place`` and of ``publication``.
    public static let longestText = 500

    /// Puts a declaration together; the texts went through ``NoteText`` before.
    public init(heldOn: Day, place: String, publication: String, witnesses: Set<Witness>) {
        self.heldOn = heldOn
        self.place = place
        self.publication = publication
        self.witnesses = witnesses
    }

    /// How far it is on a day.
    public func standing(on day: Day) -> Standing {
        if heldOn > day { return .planned }
        return publication.isEmpty ? .unpublished : .held
    }
}
