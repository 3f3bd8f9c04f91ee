import Markup
import Rulebook

/// A document that something stands on, by its title, with the way to it.
enum DocumentLink {
    /// - Parameter documents: those that stand; one that is not among them was withdrawn since.
    static func render(_ document: DocumentID?, among documents: [FilingStore.Kept], of agency: AgencyID) -> HTML {
        guard let document else { return "belum ada" }
        let title: HTML = documents.first { $0.id == document }.map { "\($0.line)" } ?? "dokumen yang sudah ditarik"
        return "<a href=\"\(SitePath.document(agency, document).address)\">\(title)</a>"
    }
}
