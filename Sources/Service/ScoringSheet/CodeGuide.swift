import Markup
import Rulebook

/// What the codes on a page mean, below the table that names them.
enum CodeGuide {
    static func address(of code: FindingCode) -> Address { .fragment("kode-\(code.rawValue)") }

    /// One entry for each code, in their own order.
    static func render(_ codes: [FindingCode]) -> HTML? {
        let codes = Set(codes).sorted { $0.rawValue < $1.rawValue }
        guard !codes.isEmpty else { return nil }
        return """
            <details class="codes" open><summary>Arti kode</summary><dl class="kv small">\(HTML.each(codes) { "<dt id=\"kode-\($0.rawValue)\" class=\"mono\">\($0.rawValue)</dt><dd>\($0.explanation)</dd>" })</dl></details>
            """
    }
}
