import Journaling
import Rulebook

/// What the journal says of documents.
enum FilingSentence {
    static func filed(_ content: CanonicalValue) -> String {
        let reference = content["nomor"]?.text.map { ", nomor \($0)" } ?? ""
        let dated = content["tanggal"]?.text.flatMap { Day($0) }.map { ", tanggal \($0.journalText)" } ?? ""
        return "\(kind(content))\(reference)\(dated); SHA-256 \(content["sha256"]?.text ?? "")."
    }

    static func withdrawn(_ content: CanonicalValue) -> String {
        "\(kind(content)). Alasan: \(content["alasan"]?.text ?? "tidak dicatat")."
    }

    private static func kind(_ content: CanonicalValue) -> String {
        FilingKind.general.name(of: DocumentKind(content["jenis"]?.text ?? ""))
    }
}
