import Markup
import Rulebook

/// The ways from a candidacy to its declaration and its selection, as far as the person may see them.
enum StageLinks {
    static func render(_ candidacy: CandidacyStore.Kept, for visitor: Visitor) -> HTML? {
        let target = AccessTarget.unit(candidacy.unit, of: candidacy.agency)
        let declaration: HTML? =
            visitor.may(.seeUnit, on: target)
            ? "<a href=\"\(SitePath.declaration(candidacy.agency, candidacy.id).address)\">Pencanangan dan pakta integritas</a>" : nil
        let selection: HTML? =
            visitor.may(.seeSelection, on: target)
            ? "<a href=\"\(SitePath.selection(candidacy.agency, candidacy.id).address)\">Pemilihan unit</a>" : nil
        return declaration == nil && selection == nil ? nil : "<p class=\"noprint row\">\(declaration)\(selection)</p>"
    }
}
