import Markup
import Rulebook

/// The pieces forms are made of. Problems stand in a summary that links to the fields, and beside each field.
enum FormPiece {
    /// The name of the field with the key that shows where a form came from.
    static let key = "kunci"

    /// What a field is called and how it is typed into.
    struct Field {
        let name: String
        let label: String
        var hint: String?
        var type: Kind = .text
        /// What browsers may fill in, in the words of HTML.
        var autocomplete: String?
        var isRequired = true

        /// Stands behind the label of what may be left empty.
        fileprivate var mark: String { isRequired || type == .search ? "" : " (boleh kosong)" }
    }

    /// How a field is typed into.
    enum Kind: String {
        case text, password, email, date
        /// What a list is searched for; that it may be left empty goes without saying.
        case search
        /// Digits only; phones show their keys.
        case code
    }

    /// The hidden key; every form that changes something carries it.
    static func key(_ visitor: Visitor) -> HTML {
        "<input type=\"hidden\" name=\"\(key)\" value=\"\(visitor.formKey)\">"
    }

    /// A field with its label, hint and problem.
    ///
    /// - Parameters:
    ///   - value: what was typed before; never given for passwords.
    ///   - refusal: the problems; those located at the field's name stand beside it.
    static func render(_ field: Field, value: String = "", refusal: Refusal? = nil) -> HTML {
        let problem = refusal?.findings.first { $0.location == field.name }?.message
        let hint: HTML? = field.hint.map { "<p class=\"hint\" id=\"\(field.name)-h\">\($0)</p>" }
        let error: HTML? = problem.map { "<p class=\"err\" id=\"\(field.name)-e\">\($0)</p>" }
        let described = [hint == nil ? nil : "\(field.name)-h", error == nil ? nil : "\(field.name)-e"].compactMap { $0 }
        return """
            <div class="field\(problem == nil ? "" : " bad")"><label class="label" for="\(field.name)">\(field.label)\(field.mark)</label>\(hint)\(error)\
            <input type="\(field.type == .code ? "text" : field.type.rawValue)" id="\(field.name)" name="\(field.name)"\
            \(Attribute("value", field.type == .password ? nil : value))\(Attribute("autocomplete", field.autocomplete))\
            \(Attribute("inputmode", field.type == .code ? "numeric" : nil))\
            \(Attribute("aria-describedby", described.isEmpty ? nil : described.joined(separator: " ")))\
            \(Attribute("aria-invalid", problem == nil ? nil : "true"))\(Attribute.flag("required", if: field.isRequired)) spellcheck="false"></div>
            """
    }

    /// A choice of one.
    ///
    /// - Parameter options: what is sent and what is read.
    static func choice(
        _ field: Field, options: [(value: String, name: String)], chosen: String = "", refusal: Refusal? = nil
    ) -> HTML {
        let problem = refusal?.findings.first { $0.location == field.name }?.message
        let hint: HTML? = field.hint.map { "<p class=\"hint\" id=\"\(field.name)-h\">\($0)</p>" }
        let error: HTML? = problem.map { "<p class=\"err\" id=\"\(field.name)-e\">\($0)</p>" }
        let described = [hint == nil ? nil : "\(field.name)-h", error == nil ? nil : "\(field.name)-e"].compactMap { $0 }
        return """
            <div class="field\(problem == nil ? "" : " bad")"><label class="label" for="\(field.name)">\(field.label)\(field.mark)</label>\(hint)\(error)\
            <select id="\(field.name)" name="\(field.name)"\(Attribute("aria-describedby", described.isEmpty ? nil : described.joined(separator: " ")))\
            \(Attribute("aria-invalid", problem == nil ? nil : "true"))>\
            \(HTML.each(options) { "<option value=\"\($0.value)\"\(Attribute.flag("selected", if: $0.value == chosen))>\($0.name)</option>" })</select></div>
            """
    }

    /// The summary at the top of a page whose form was refused; each problem leads to its field.
    static func summary(_ refusal: Refusal?, title: String) -> HTML? {
        guard let refusal, !refusal.findings.isEmpty else { return nil }
        let items = HTML.each(refusal.findings.prefix(50)) { finding in
            finding.location.isEmpty
                ? "<li>\(finding.message)</li>"
                : "<li><a href=\"\(Address.fragment(finding.location))\">\(finding.message)</a></li>"
        }
        return """
            <div class="errors" role="alert" aria-labelledby="es"><h2 id="es">\(title)</h2><ol>\(items)</ol>
            <p class="small">Kode: \(refusal.findings[0].code.rawValue)</p></div>
            """
    }
}
