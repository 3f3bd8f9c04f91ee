import Documents
import Samples

/// The ministry's form with a few formulas left open.
enum FormulaForm {
    /// The places of the open formulas, from the top: some questions of the first indicators.
    private static let places = 8
    /// The name of the sheet and its XML, cut at the open formulas.
    private static let form: (name: String, pieces: [Substring]) = {
        guard var sample = MinistryFormSample(Shelf.filled) else { broken("the form's layout is missing") }
        for row in sample.questionRows.prefix(places) { sample.formulas[row] = "@@" }
        return (sample.name, String(decoding: sample.xml, as: UTF8.self).split(separator: "@@"))
    }()

    /// A workbook with these formulas in it; 0 where there are too few.
    static func workbook(_ formulas: [String]) -> [UInt8] {
        var xml = Array(form.pieces[0].utf8)
        for (index, piece) in form.pieces.dropFirst().enumerated() {
            let formula = index < formulas.count ? formulas[index] : "0"
            xml += formula.replacing("&", with: "&amp;").replacing("<", with: "&lt;").utf8
            xml += piece.utf8
        }
        return WorkbookFrame([(form.name, xml)]).bytes
    }
}
