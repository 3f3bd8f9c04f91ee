import Rulebook

/// The sheet that explains how to fill in the others.
extension TemplateContent {
    private static let guideWidth = 110.0

    func writeGuide(_ pen: SheetPen) {
        var number = 1
        func line(_ text: String, _ style: CellStyle) {
            pen.text(text, number, 0, style)
            var height = RowHeight()
            height.fit(text, width: Self.guideWidth, style: style)
            pen.height(height, ofRow: number)
            number += 1
        }
        let regulation = instrument.regulation
        line("Petunjuk pengisian LKE Zona Integritas", .title)
        line("\(regulation.number) – \(regulation.title)", .free.with { $0.bold = true })
        if !regulation.amendment.isEmpty { line(regulation.amendment, .free) }
        let heading = CellStyle(size: 12, bold: true, color: 0x123A6B, border: false)
        for section in TemplateText.guide(layout) {
            number += 1
            line(section.heading, heading)
            for paragraph in section.paragraphs { line(paragraph, .free) }
        }
        number += 1
        line(TemplateText.legendHeading, heading)
        let legend: [(CellStyle, String)] = [
            (.blank, TemplateText.legendBlank), (.answered, TemplateText.legendAnswered),
            (.wrong, "! " + TemplateText.legendWrong),
        ]
        for (look, text) in legend {
            line(
                text,
                .plain.with {
                    $0.fill = look.fill; $0.color = look.color; $0.bold = look.bold
                })
        }
        pen.widths([Self.guideWidth])
        pen.hideGridlines()
        pen.printSetUp(title: TemplateText.title(instrument), lastRow: number - 1, lastColumn: 0)
        pen.protect()
    }
}
