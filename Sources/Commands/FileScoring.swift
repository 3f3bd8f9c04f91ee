import Documents
import ExactMath
import Rulebook
import Synchronization

/// A file that was read, scored and judged.
struct ScoredFile: Sendable {
    let reading: SheetReading
    let examination: Examination
    /// The prerequisites, where the file gives facts about agency and unit.
    let eligibility: Verdict?
}

/// Scores files, keeping what was prepared for each instrument.
final class FileScoring: Sendable {
    private let library: any InstrumentSource
    private let id: InstrumentID?
    private let designation: Designation
    private let prepared = Mutex<[InstrumentID: Scorer]>([:])

    init(library: any InstrumentSource, id: InstrumentID?, designation: Designation) {
        self.library = Shelf(library)
        self.id = id
        self.designation = designation
    }

    func score(_ path: String) -> Result<ScoredFile, Refusal> {
        do throws(Refusal) {
            let bytes = try LocalFile.read(path, limit: SheetFile.largestFile)
            let reading = try SheetFile.read(bytes, from: library, instrument: id)
            let scorer = try scorer(for: reading.sheet.instrument)
            do throws(Overflow) {
                let examination = try scorer.examine(reading.sheet, for: designation)
                let eligibility =
                    reading.facts.isEmpty
                    ? nil : Eligibility.judge(reading.facts, against: scorer.instrument, for: designation)
                return .success(
                    ScoredFile(reading: reading, examination: examination, eligibility: eligibility))
            } catch {
                throw Refusal.tooFine
            }
        } catch {
            return .failure(error)
        }
    }

    /// The scorer for an instrument, made once.
    func scorer(for instrument: Instrument) throws(Refusal) -> Scorer {
        if let scorer = prepared.withLock({ $0[instrument.id] }) { return scorer }
        let scorer = try Scorer(instrument)
        prepared.withLock { $0[instrument.id] = scorer }
        return scorer
    }
}

/// Keeps the instruments that were read, so that a thousand files read each once.
private final class Shelf: InstrumentSource {
    private let source: any InstrumentSource
    private let kept = Mutex<[InstrumentID: Instrument]>([:])

    init(_ source: any InstrumentSource) { self.source = source }

    var ids: [InstrumentID] { source.ids }

    func instrument(_ id: InstrumentID) throws(Refusal) -> Instrument {
        if let found = kept.withLock({ $0[id] }) { return found }
        let instrument = try source.instrument(id)
        kept.withLock { $0[id] = instrument }
        return instrument
    }
}

extension Refusal {
    /// Counts so large and so different that their exact sum does not fit.
    static let tooFine = Refusal(
        .numbersTooFine, at: "",
        "Jumlah pada pertanyaan persentase terlalu besar untuk dijumlahkan secara pasti. Periksa apakah ada angka yang salah ketik.")
}
