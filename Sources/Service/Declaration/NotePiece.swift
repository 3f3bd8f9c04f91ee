import Markup
import Rulebook

/// A field for a text of several lines, made like the others of ``FormPiece``.
enum NotePiece {
    /// - Parameters:
    ///   - value: what was typed before, line ends as they were.
    ///   - lines: how many the field shows.
    static func render(
        _ field: FormPiece.Field, value: String = "", lines: Int = 4, refusal: Refusal? = nil
    ) -> HTML {
        let problems = refusal?.findings.filter { $0.location == field.name }.map(\.message) ?? []
        let hint: HTML? = field.hint.map { "<p class=\"hint\" id=\"\(field.name)-h\">\($0)</p>" }
        let error: HTML? = problems.first.map { first in
            let more = problems.count - 1
            return "<p class=\"err\" id=\"\(field.name)-e\">\(first)\(more > 0 ? " (dan \(more) hal lain, lihat ringkasan di atas)" : "")</p>"
        }
        let described = [hint == nil ? nil : "\(field.name)-h", error == nil ? nil : "\(field.name)-e"].compactMap { $0 }
        let mark: HTML? = field.isRequired ? nil : " (boleh kosong)"
        // The first line end behind the tag belongs to the markup, so that one that was typed survives.
        return """
            <div class="field\(error == nil ? "" : " bad")"><label class="label" for="\(field.name)">\(field.label)\(mark)</label>\(hint)\(error)\
            <textarea id="\(field.name)" name="\(field.name)" rows="\(lines)"\
            \(Attribute("aria-describedby", described.isEmpty ? nil : described.joined(separator: " ")))\
            \(Attribute("aria-invalid", error == nil ? nil : "true"))\(Attribute.flag("required", if: field.isRequired))>
            \(value)</textarea></div>
            """
    }
}
