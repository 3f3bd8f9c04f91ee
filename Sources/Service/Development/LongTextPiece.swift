import Markup
import Rulebook

/// A field for a text of several lines.
enum LongTextPiece {
    /// The field with its label, hint and problem, like ``FormPiece/render(_:value:refusal:)``.
    static func render(_ field: FormPiece.Field, rows: Int = 3, value: String = "", refusal: Refusal? = nil) -> HTML {
        let problem = refusal?.findings.first { $0.location == field.name }?.message
        let hint: HTML? = field.hint.map { "<p class=\"hint\" id=\"\(field.name)-h\">\($0)</p>" }
        let error: HTML? = problem.map { "<p class=\"err\" id=\"\(field.name)-e\">\($0)</p>" }
        let described = [hint == nil ? nil : "\(field.name)-h", error == nil ? nil : "\(field.name)-e"].compactMap { $0 }
        return """
            <div class="field\(problem == nil ? "" : " bad")"><label class="label" for="\(field.name)">\(field.label)\(field.isRequired ? "" : " (boleh kosong)")</label>\(hint)\(error)\
            <textarea id="\(field.name)" name="\(field.name)" rows="\(rows)"\(Attribute("aria-describedby", described.isEmpty ? nil : described.joined(separator: " ")))\
            \(Attribute("aria-invalid", problem == nil ? nil : "true"))\(Attribute.flag("required", if: field.isRequired))>\(value)</textarea></div>
            """
    }
}
