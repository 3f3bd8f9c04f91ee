import Journaling
import Rulebook

/// What was done about a plan and the reviews of its progress, in plain Indonesian.
enum DevelopmentSentence {
    static func text(_ kind: FactKind?, _ content: CanonicalValue, _ names: JournalNames) -> String {
        let target = content["target"]?.text ?? "aksi"
        let reason = content["alasan"]?.text.flatMap { $0.isEmpty ? nil : " Alasan: \($0)." } ?? ""
        switch kind {
        case .planActionAdded, .planActionChanged:
            let due = content["tenggat"]?.text.flatMap { Day($0) }.map { ", tenggat \($0.journalText)" } ?? ""
            return "\(target), oleh \(names.person(content["penanggung"]?.text ?? ""))\(due).\(reason)"
        case .planActionDropped: return "\(target).\(reason)"
        case .planAdopted:
            let revision = content["revisi"]?.integer ?? 1
            return
                "\(revision == 1 ? "Rencana" : "Revisi \(revision - 1)") dengan \(content["aksi"]?.integer ?? 0) aksi, \(content["perubahan"]?.integer ?? 0) perubahan."
        case .progressReported: return "\(target): \(content["persen"]?.integer ?? 0)%."
        case .reviewRhythmSet: return "Dari tiap \(content["semula"]?.integer ?? 0) bulan menjadi tiap \(content["bulan"]?.integer ?? 0) bulan."
        case .progressReviewed:
            return "Periode \(content["periode"]?.integer ?? 0), \(content["temuan"]?.integer ?? 0) temuan."
        case .findingClosed: return "\(content["tindak_lanjut"]?.text ?? ""): \(content["catatan"]?.text ?? "")."
        default: return ""
        }
    }
}
