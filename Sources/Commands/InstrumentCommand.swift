import ArgumentParser
import ExactMath
import InstrumentFiles
import Rulebook

/// `zona instrument list | show ID | check FILE`
struct InstrumentCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "instrument",
        abstract: "Lihat dan periksa instrumen penilaian.",
        subcommands: [List.self, Show.self, Check.self])

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Daftar instrumen yang tersedia.")

        func run() throws {
            try refusing {
                () throws(Refusal) in
                let library = InstrumentLibrary()
                var table = TextTable([.left, .left, .left, .left])
                for id in library.ids {
                    let instrument = try library.instrument(id)
                    table.add([
                        id.text, instrument.regulation.number, "\(instrument.questions.count) pertanyaan",
                        "versi \(instrument.parts.version)",
                    ])
                }
                Terminal.write(table.text)
            }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Isi sebuah instrumen: bobot, syarat, kebijakan, pertanyaan.")

        @Argument(help: ArgumentHelp("Instrumen atau berkas instrumen (.json).", valueName: "id"))
        var id: String

        @Option(help: ArgumentHelp("Berkas kata-kata instansi.", valueName: "berkas"))
        var wording: [String] = []

        func run() throws {
            var options = InstrumentOptions()
            options.instrument = id
            options.wording = wording
            let chosen = options
            try refusing {
                () throws(Refusal) in
                let (library, id) = try chosen.load()
                Terminal.write(InstrumentText(try library.instrument(id ?? "")).text)
            }
        }
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Periksa berkas instrumen: bobot, kode, syarat, sumber.")

        @Argument(help: ArgumentHelp("Berkas instrumen (.json).", valueName: "berkas"))
        var file: String

        func run() throws {
            try refusing {
                () throws(Refusal) in
                let bytes = try LocalFile.read(file, limit: InstrumentFile.largestFile)
                let instrument = try InstrumentFile.read(bytes)
                let scorer = try Scorer(instrument)
                _ = try Adviser(scorer)
                Terminal.write(
                    "\(file): instrumen \(instrument.id) versi \(instrument.parts.version) dapat dipakai, \(instrument.questions.count) pertanyaan.\n")
            }
        }
    }
}

/// Runs a command's work; a refusal is written to standard error and ends with exit code 65.
func refusing(_ work: () throws(Refusal) -> Void) throws {
    do throws(Refusal) {
        try work()
    } catch {
        Terminal.writeError("Ditolak:\n" + error.lines)
        throw ExitCode(error.exitStatus)
    }
}
