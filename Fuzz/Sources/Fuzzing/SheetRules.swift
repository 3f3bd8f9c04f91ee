import Documents
import ExactMath
import InstrumentFiles
import Rulebook
import Samples

/// The instruments that travel with the program, read once.
enum Shelf {
    /// By their order in the library.
    static let instruments = InstrumentLibrary.shipped.map { id in
        do { return try InstrumentLibrary().instrument(id) } catch { broken("\(id) cannot be read: \(error)") }
    }
    static let library = InstrumentLibrary(added: instruments)
    static let scorers: [InstrumentID: Scorer] = Dictionary(
        uniqueKeysWithValues: instruments.map { instrument in
            do { return (instrument.id, try Scorer(instrument)) } catch { broken("no scorer: \(error)") }
        })

    /// A filled sheet of the instrument in force.
    static let filled: ScoringSheet = {
        var numbers = SeededNumbers(7)
        return RandomSheets.sheet(of: instruments[0], using: &numbers)
    }()

    static func instrument(_ id: InstrumentID) -> Instrument {
        guard let found = instruments.first(where: { $0.id == id }) else { broken("\(id) is missing") }
        return found
    }
}

/// What holds for every file that is read.
enum SheetRules {
    /// Reads a file; refused or scored, nothing else.
    static func read(_ bytes: [UInt8]) {
        guard let reading = value({ () throws(Refusal) in try SheetFile.read(bytes, from: Shelf.library) }) else { return }
        let text = SheetExport.csv(reading.sheet)
        for copy in [text, SheetExport.json(reading.sheet)] {
            do {
                let again = try SheetFile.read(Array(copy.utf8), from: Shelf.library, instrument: reading.sheet.instrument.id)
                if SheetExport.csv(again.sheet) != text { broken("reads back as another sheet:\n\(text)") }
            } catch { broken("does not read back: \(error)\n\(copy)") }
        }
        for designation in Designation.allCases { judge(reading.sheet, for: designation) }
    }

    private static func judge(_ sheet: ScoringSheet, for designation: Designation) {
        guard let scorer = Shelf.scorers[sheet.instrument.id] else { return }
        guard let seen = try? scorer.examine(sheet, for: designation) else { return }
        if seen.floor.total > seen.ceiling.total { broken("the floor is above the ceiling") }
        if seen.floor.total < .zero || seen.ceiling.total > Ratio(100) { broken("a total is off the scale") }
        guard let quick = try? scorer.judge(sheet, for: designation) else { broken("judged in one way only") }
        for (one, other) in zip(quick.outcomes, seen.verdict.outcomes)
        where one.met != other.met || one.measured != other.measured { broken("two verdicts on \(one.condition.id)") }
    }

    /// The value, or `nil` when it is refused; a refusal says why.
    static func value<Value>(_ make: () throws(Refusal) -> Value) -> Value? {
        do throws(Refusal) {
            return try make()
        } catch {
            if !error.findings.contains(where: { $0.severity == .error }) { broken("a refusal without a reason") }
            if error.findings.contains(where: { $0.message.isEmpty }) { broken("a finding without a message") }
            return nil
        }
    }
}
