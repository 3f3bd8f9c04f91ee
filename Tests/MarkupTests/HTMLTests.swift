import Markup
import Testing

@Suite struct HTMLTests {
    @Test func `A literal stands as it is and an interpolated text is escaped`() {
        let typed = "<b>\"A\" & 'B'</b>"
        let html: HTML = "<p title=\"\(typed)\">\(typed)</p>"
        let safe = "&lt;b&gt;&quot;A&quot; &amp; &#39;B&#39;&lt;/b&gt;"
        #expect(html.text == "<p title=\"\(safe)\">\(safe)</p>")
    }

    @Test func `Markup, arrays, optionals and numbers may be nested`() {
        let nothing: HTML? = nil
        let some: HTML? = "<i>i</i>"
        let list: [HTML] = ["<li>1</li>", "<li>2</li>"]
        #expect(
            ("<p>\(list)\(nothing)\(some)\(7) \(-12) \(HTML())</p>" as HTML).text
                == "<p><li>1</li><li>2</li><i>i</i>7 -12 </p>")
        #expect((HTML.each(1...3) { "<b>\($0)</b>" }).text == "<b>1</b><b>2</b><b>3</b>")
    }

    @Test func `Text beyond ASCII stays as it is`() {
        let text = "−2,16 · “Zona” é 字 👩‍👩‍👧"
        #expect(("<p>\(text)</p>" as HTML).text == "<p>\(text)</p>")
        #expect(("é" as HTML).text == "é")
    }

    @Test func `Control characters become the replacement character, blanks stay`() {
        let typed = "a\u{0}b\u{1B}c\u{7F}\td\r\n"
        #expect(("\(typed)" as HTML).text == "a\u{FFFD}b\u{FFFD}c\u{FFFD}\td\r\n")
    }

    @Test func `An attribute has quotes around its value and can be left out`() {
        let html: HTML =
            "<a\(Attribute("class", nil))\(Attribute("title", "\"><script>"))\(Attribute.flag("hidden", if: true))\(Attribute.flag("open", if: false))>"
        #expect(html.text == "<a title=\"&quot;&gt;&lt;script&gt;\" hidden>")
    }

    @Test func `Whatever is interpolated, neither a tag nor a quote nor a bare ampersand gets through`() {
        var random = SystemRandomNumberGenerator()
        let awkward: [Character] = ["<", ">", "\"", "'", "&", ";", "#", "=", "`", " ", "\u{0}", "\n", "é", "\u{202E}", "字", "a"]
        for _ in 0..<2_000 {
            let length = Int.random(in: 0...60, using: &random)
            let text = String((0..<length).map { _ in awkward.randomElement(using: &random) ?? "x" })
            let escaped = ("\(text)" as HTML).text
            #expect(!escaped.contains { "<>\"'\u{0}".contains($0) })
            #expect(unescaped(escaped) == text.replacing("\u{0}", with: "\u{FFFD}"))
            #expect(("\(text.dropFirst(1))" as HTML).text == ("\(String(text.dropFirst(1)))" as HTML).text)
        }
    }

    /// The five entities read back; fails the round trip when an ampersand was left bare.
    private func unescaped(_ text: String) -> String {
        text.split(separator: "&", omittingEmptySubsequences: false).enumerated().map { index, piece in
            guard index > 0 else { return String(piece) }
            for (name, plain) in [("amp;", "&"), ("lt;", "<"), ("gt;", ">"), ("quot;", "\""), ("#39;", "'")]
            where piece.unicodeScalars.starts(with: name.unicodeScalars) {
                return plain + String(String.UnicodeScalarView(piece.unicodeScalars.dropFirst(name.unicodeScalars.count)))
            }
            return "bare ampersand"
        }.joined()
    }

    @Test(arguments: [true, false])
    func `A choice between pieces of markup is markup, and text in it is escaped`(isFirst: Bool) {
        let typed = "<b>"
        let html: HTML = "<div>\(isFirst ? "<p>\(typed)</p>" : "<ul></ul>")\(isFirst ? typed : "-")</div>"
        #expect(html.text == (isFirst ? "<div><p>&lt;b&gt;</p>&lt;b&gt;</div>" : "<div><ul></ul>-</div>"))
    }
}
