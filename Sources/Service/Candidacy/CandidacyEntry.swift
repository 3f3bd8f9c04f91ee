import Journaling
import Rulebook

/// What the journal keeps of a candidacy.
enum CandidacyEntry {
    /// What every fact about a candidacy says.
    static func content(_ candidacy: CandidacyStore.Kept) -> [String: CanonicalValue] {
        [
            "unit": .text(candidacy.unit.text), "predikat": .text(candidacy.designation.rawValue), "program": .text(candidacy.programme.text),
            "tahun": .integer(candidacy.year), "keadaan": .text(candidacy.state.rawValue),
        ]
    }

    /// What the fact of a move says beside.
    static func content(_ candidacy: CandidacyStore.Kept, _ move: RecordedMove) -> [String: CanonicalValue] {
        content(candidacy).merging([
            "langkah": .text(move.move.rawValue), "urutan": .integer(move.sequence), "dari": .text(move.from.rawValue),
            "hari": .text(move.day.description), "alasan": .text(move.reason), "dasar": .text(move.legalBasis), "nomor": .text(move.reference),
            "dokumen": CandidacyStore.documents(move.documents), "hasil": move.result.canonical,
        ]) { _, new in new }
    }
}
