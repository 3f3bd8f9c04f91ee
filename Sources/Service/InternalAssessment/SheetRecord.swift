import Crypto
import Documents
import ExactMath
import Rulebook

/// A sheet that was read and scored, as it is kept: the answers, and exactly what they come to.
struct SheetRecord: Hashable, Sendable {
    /// The points of one column of the agency's table.
    struct Part: Hashable, Sendable {
        let key: String
        let points: Ratio
        /// `nil` where nothing is asked.
        let isMet: Bool?

        /// Sorts like the points: billionths of a point, rounded down. Nothing is decided by it.
        var place: Int64 { Int64(clamping: points.numerator * 1_000_000_000 / points.denominator) }
    }

    let instrument: InstrumentID
    /// The version of the instrument that it was scored with.
    let instrumentVersion: Int
    let designation: Designation
    /// What kind of file it came from.
    let format: String
    /// `kode,jawaban` rows, every question in the order of the instrument.
    let answers: String
    /// SHA-256 of ``answers`` as UTF-8, in hexadecimal digits; stands on the journal.
    let digest: String
    /// Blanks count 0; judged.
    let floor: Ratio
    let spreadsheet: Ratio
    let ceiling: Ratio
    /// Questions that count as not answered.
    let unanswered: Int
    /// What was found in the file besides its answers.
    let findings: Int
    let parts: [Part]

    /// Conditions that are not met.
    var unmet: Int { parts.count { $0.isMet == false } }

    /// Scores what was read from a file.
    ///
    /// - Throws: `Refusal` of code `numbersTooFine` when the counts cannot be added exactly.
    static func make(
        _ reading: SheetReading, _ prepared: PreparedInstruments.Prepared, for designation: Designation
    ) throws(Refusal) -> SheetRecord {
        let answers = SheetExport.csv(reading.sheet)
        do throws(Overflow) {
            let examination = try prepared.scorer.examine(reading.sheet, for: designation)
            var parts: [Part] = []
            for column in ScoreColumn.columns(of: prepared.instrument, for: designation) {
                let points = try column.points(of: examination.floor)
                parts.append(Part(key: column.key, points: points, isMet: column.condition.map { points >= $0.minimum }))
            }
            return SheetRecord(
                instrument: prepared.instrument.id, instrumentVersion: prepared.instrument.parts.version, designation: designation,
                format: reading.format.rawValue, answers: answers, digest: digest(of: answers), floor: examination.floor.total,
                spreadsheet: examination.spreadsheet.total, ceiling: examination.ceiling.total,
                unanswered: examination.unanswered.count, findings: reading.allFindings.count, parts: parts)
        } catch {
            throw tooFine
        }
    }

    /// What is told where exact sums do not fit.
    static let tooFine = Refusal(
        .numbersTooFine, at: "",
        "Jumlah pada pertanyaan rasio terlalu besar dan terlalu berbeda untuk dihitung tepat. Periksa jumlah yang diisikan.")

    /// SHA-256 of a text, in hexadecimal digits.
    static func digest(of text: String) -> String { HexText.text(SHA256.hash(data: Array(text.utf8))) }
}
