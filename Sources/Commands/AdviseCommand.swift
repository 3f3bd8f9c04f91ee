import ArgumentParser
import Documents
import ExactMath
import InstrumentFiles
import Rulebook

/// `zona advise FILE`
struct AdviseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "advise",
        abstract: "Cari langkah termurah yang memenuhi semua syarat predikat.")

    @Argument(help: ArgumentHelp("Berkas LKE.", valueName: "berkas"))
    var file: String

    @OptionGroup var instrument: InstrumentOptions

    @Option(name: .customLong("for"), help: ArgumentHelp("Predikat yang dituju: wbk atau wbbm.", valueName: "predikat"))
    var target: DesignationArgument = .wbk

    @Option(help: ArgumentHelp("Bentuk hasil: text atau json.", valueName: "bentuk"))
    var format: OutputFormat = .text

    @Option(
        help: ArgumentHelp("Kode pertanyaan yang jawabannya tidak boleh diubah, dipisah koma.", valueName: "kode,…"))
    var keep: String = ""

    func validate() throws {
        if format == .csv { throw ValidationError("Bentuk hasil saran hanya text atau json.") }
    }

    func run() throws {
        do throws(Refusal) {
            let (library, id) = try instrument.load()
            let bytes = try LocalFile.read(file, limit: SheetFile.largestFile)
            let reading = try SheetFile.read(bytes, from: library, instrument: id)
            let kept = try keptCodes(in: reading.sheet.instrument)
            let adviser = try Adviser(try Scorer(reading.sheet.instrument))
            let output = try advise(adviser, reading, kept)
            Terminal.write(output)
        } catch {
            let output = RefusalOutput(error, file: nil)
            if format == .json {
                Terminal.write(JSONOutput.text(output, onOneLine: false))
            } else {
                Terminal.writeError("\(file) ditolak:\n" + error.lines)
            }
            throw ExitCode(ExitStatus.refused)
        }
    }

    private func advise(_ adviser: Adviser, _ reading: SheetReading, _ kept: Set<ItemCode>) throws(Refusal) -> String {
        do throws(Overflow) {
            let advice = try adviser.advise(on: reading.sheet, for: target.designation, keeping: kept)
            let report = AdviceReport(advice: advice, sheet: reading.sheet)
            return format == .json ? JSONOutput.text(report.output, onOneLine: false) : report.text
        } catch {
            throw .tooFine
        }
    }

    private func keptCodes(in instrument: Instrument) throws(Refusal) -> Set<ItemCode> {
        let codes = keep.split(separator: ",").map { ItemCode(AnswerText.trim($0)) }
        let unknown = codes.filter { instrument.question($0) == nil }
        guard unknown.isEmpty else {
            throw Refusal(
                unknown.map { .error(.unknownItem, at: "--keep", "Kode \($0) tidak ada pada instrumen \(instrument.id).") })
        }
        return Set(codes)
    }
}
