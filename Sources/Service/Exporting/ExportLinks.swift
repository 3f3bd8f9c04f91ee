import Markup
import Rulebook

/// The ways to a list as a file.
enum ExportLinks {
    /// For the list of units: plain links.
    static func units(of agency: AgencyID) -> HTML {
        """
        <p class="row small noprint"><span class="dim">Unduh daftar:</span>\
        <a href="\(SitePath.agencyAction(agency, .unitsAsText).address)">CSV<span class="vh"> daftar unit</span></a>\
        <a href="\(SitePath.agencyAction(agency, .unitsAsWorkbook).address)">Excel (.xlsx)<span class="vh"> daftar unit</span></a></p>
        """
    }

    /// For the list of people: forms, since taking it is recorded.
    static func people(of agency: AgencyID, for visitor: Visitor) -> HTML {
        func form(_ action: AgencyAction, _ name: HTML) -> HTML {
            """
            <form action="\(SitePath.agencyAction(agency, action).address)" method="post">\(FormPiece.key(visitor))\
            <button class="btn second slim" type="submit">\(name)<span class="vh"> daftar orang</span></button></form>
            """
        }
        return """
            <div class="row small noprint"><span class="dim">Unduh daftar (tercatat di jurnal):</span>\
            \(form(.peopleAsText, "CSV"))\(form(.peopleAsWorkbook, "Excel (.xlsx)"))</div>
            """
    }
}
