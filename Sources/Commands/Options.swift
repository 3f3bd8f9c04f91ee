import ArgumentParser
import InstrumentFiles
import Rulebook

/// How results are written.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv
}

/// The designation as it is named on the command line, in any case.
enum DesignationArgument: String, ExpressibleByArgument, CaseIterable {
    case wbk, wbbm

    init?(argument: String) { self.init(rawValue: argument.lowercased()) }

    var designation: Designation { self == .wbk ? .wbk : .wbbm }
}

/// Which instrument a command works with.
struct InstrumentOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Instrumen, misalnya permenpanrb-90-2021, atau berkas instrumen (.json). Bila tidak disebut, dikenali dari isi berkas.",
            valueName: "id"))
    var instrument: String?

    @Option(help: ArgumentHelp("Berkas kata-kata instansi sebagai pengganti kata-kata bawaan.", valueName: "berkas"))
    var wording: [String] = []

    /// The instruments at hand and the one that was asked for.
    ///
    /// - Throws: `Refusal`
    func load() throws(Refusal) -> (library: InstrumentLibrary, id: InstrumentID?) {
        var wordings: [Wording] = []
        for path in wording { wordings.append(try Wording(try LocalFile.read(path, limit: InstrumentFile.largestFile))) }
        let known = Set(InstrumentLibrary.shipped)
        for wording in wordings where !known.contains(wording.instrument) && instrument?.hasSuffix(".json") != true {
            throw Refusal(
                .wordingMalformed, at: wording.instrument.text, "Berkas kata-kata ini milik instrumen yang tidak ada di sini.")
        }
        guard let instrument else { return (InstrumentLibrary(wordings: wordings), nil) }
        if instrument.hasSuffix(".json") {
            let bytes = try LocalFile.read(instrument, limit: InstrumentFile.largestFile)
            let plain = try InstrumentFile.read(bytes)
            let worded = try InstrumentFile.read(bytes, wording: wordings.first { $0.instrument == plain.id })
            return (InstrumentLibrary(added: [worded], wordings: wordings), worded.id)
        }
        return (InstrumentLibrary(wordings: wordings), InstrumentID(instrument))
    }
}
