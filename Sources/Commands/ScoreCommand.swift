import ArgumentParser
import Documents
import ExactMath
import InstrumentFiles
import Rulebook

/// `zona score FILE…`
struct ScoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score",
        abstract: "Hitung nilai LKE, putusan tiap syarat, dan temuan di dalam berkas.",
        discussion: "Berkas: formulir kementerian, lembar PortalRB, lembar Zona (.xlsx), CSV kode,jawaban, atau JSON; - untuk masukan baku.")

    @Argument(help: ArgumentHelp("Berkas LKE.", valueName: "berkas"))
    var files: [String]

    @OptionGroup var instrument: InstrumentOptions

    @Option(name: .customLong("for"), help: ArgumentHelp("Predikat yang dituju: wbk atau wbbm.", valueName: "predikat"))
    var target: DesignationArgument = .wbk

    @Option(help: ArgumentHelp("Bentuk hasil: text, json, atau csv.", valueName: "bentuk"))
    var format: OutputFormat = .text

    @Flag(help: "Sertakan hitungan setiap angka sampai jawabannya.")
    var trace = false

    @Flag(help: "Keluar dengan kode 1 bila ada syarat yang belum terpenuhi.")
    var require = false

    func run() async throws {
        let scoring: FileScoring
        do throws(Refusal) {
            let (library, id) = try instrument.load()
            // An id that does not exist is refused once, not for each file.
            if let id { _ = try library.instrument(id) }
            scoring = FileScoring(library: library, id: id, designation: target.designation)
        } catch {
            Terminal.writeError("Instrumen ditolak:\n" + error.lines)
            throw ExitCode(ExitStatus.refused)
        }
        let report = ScoreReport(format: format, trace: trace, several: files.count > 1)
        Terminal.write(report.heading)
        var refused = 0
        var unmet = 0
        try await BatchRun(files).each { path in
            scoring.score(path)
        } emit: { path, result, done in
            switch result {
            case .success(let scored):
                if !scored.examination.verdict.met { unmet += 1 }
                Terminal.write(report.text(of: scored, file: path))
            case .failure(let refusal):
                refused += 1
                let (output, error) = report.text(of: refusal, file: path)
                Terminal.write(output)
                Terminal.writeError(error)
            }
            if files.count > 1, Terminal.errorIsTerminal, !Terminal.outputIsTerminal {
                Terminal.writeError("\r\(done)/\(files.count)" + (done == files.count ? "\n" : ""))
            }
        }
        Terminal.write(report.summary(files: files.count, refused: refused, unmet: unmet, designation: target.designation))
        if refused > 0 { throw ExitCode(ExitStatus.refused) }
        if require, unmet > 0 { throw ExitCode(ExitStatus.unmet) }
    }
}
