import Rulebook

/// Which prerequisites are asked for, as the address says it. What it does not understand is answered as if it were not there.
struct EligibilityForm: Sendable {
    enum Field {
        static let designation = "tuju"
        static let instrument = "instrumen"
        static let day = "tanggal"
    }

    let designation: Designation
    /// `nil` for the preferred one.
    let instrument: InstrumentID?
    /// The day of the proposal; `nil` for today.
    let day: Day?

    init(designation: Designation, instrument: InstrumentID? = nil, day: Day? = nil) {
        self.designation = designation
        self.instrument = instrument
        self.day = day
    }

    /// Takes the values behind the `?` of an address.
    init(_ query: (String) -> String) {
        let instrument = query(Field.instrument)
        self.init(
            designation: Designation(rawValue: query(Field.designation)) ?? .wbk,
            instrument: instrument.isEmpty ? nil : InstrumentID(instrument), day: Day(query(Field.day)))
    }
}
