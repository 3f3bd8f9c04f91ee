import InstrumentFiles
import Rulebook

/// The rules of every programme, read once and used by all requests.
struct PreparedProgrammes: Sendable {
    /// The one in force first.
    let all: [ProgrammeRules]

    /// Those that travel with the program.
    ///
    /// - Throws: `Refusal` when one cannot be used.
    init() throws(Refusal) {
        var all: [ProgrammeRules] = []
        for id in ProgrammeLibrary.shipped { all.append(try ProgrammeLibrary.rules(id)) }
        self.all = all
    }

    /// - Throws: `Refusal` of code `programmeUnknown` when there is none of this id.
    func rules(_ id: ProgrammeID) throws(Refusal) -> ProgrammeRules {
        if let found = all.first(where: { $0.id == id }) { return found }
        throw Refusal(
            .programmeUnknown, at: "", "Aturan program “\(id)” tidak ada. Yang tersedia: \(all.map(\.id.text).joined(separator: ", ")).")
    }

    /// The rules in force for a year of nomination; `nil` when there are none.
    func rules(inForceIn year: Int) -> ProgrammeRules? { all.first { $0.parts.years.contains(year) } }
}
