import Journaling
import Rulebook

/// What was asked of the list of the journal, as the address has it. A date that is none is passed over and shown
/// again as it was typed.
struct JournalForm: Sendable {
    enum Field {
        static let person = "orang"
        static let kind = "jenis"
        static let from = "dari"
        static let until = "sampai"
        static let before = "sebelum"
        static let personal = "data-diri"
        /// The two checkpoints of a proof, by their number of entries.
        static let old = "dari-titik"
        static let new = "sampai-titik"
    }

    let person: String
    let kind: String
    let from: String
    let until: String
    let before: String

    /// Takes the values behind the `?` of an address.
    init(_ query: (String) -> String) {
        person = query(Field.person)
        kind = query(Field.kind)
        from = query(Field.from)
        until = query(Field.until)
        before = query(Field.before)
    }

    /// The entries that are wanted. Both days are meant whole, in Western Indonesian time.
    var filter: JournalStore.Filter {
        JournalStore.Filter(
            actor: person.isEmpty || person.utf8.count > 64 || person.utf8.contains(0) ? nil : person, kind: FactKind(rawValue: kind),
            from: Day(from).map(Self.start), until: Day(until).map { Self.start($0.adding(days: 1)) },
            before: Int(before).flatMap { $0 > 0 ? $0 : nil })
    }

    /// Whether a date was typed that is none.
    var hasBadDate: Bool { [from, until].contains { !$0.isEmpty && Day($0) == nil } }

    /// Whether anything is asked besides the page.
    var isFiltered: Bool {
        let filter = filter
        return filter.actor != nil || filter.kind != nil || filter.from != nil || filter.until != nil
    }

    private static func start(_ day: Day) -> Timestamp {
        Timestamp(milliseconds: (Int64(day.number) * 86_400 - Int64(IndonesianZone.wib.offsetMinutes) * 60) * 1_000)
    }
}
