import Rulebook
import Testing

/// What people look up must be there.
@Suite("Catalogues")
struct CatalogueTests {
    @Test("Every finding code has a page of its own", arguments: FindingCode.allCases)
    func pages(code: FindingCode) {
        let path = "docs/errors/\(code.rawValue).md"
        let text = Repository.text(path)
        #expect(text.hasPrefix("# \(code.rawValue)"), "\(path)")
        #expect(text.count > 200, "\(path) says too little")
    }

    @Test("Every finding code is used by the program", arguments: FindingCode.allCases)
    func used(code: FindingCode) {
        let mark = ".\(code)"
        let users = Repository.swiftFiles(under: "Sources").filter { !$0.path.contains("FindingCode") && $0.code.contains(mark) }
        #expect(!users.isEmpty, "\(code) is never reported")
    }

    @Test("The error index lists every page")
    func index() {
        let index = Repository.text("docs/errors/README.md")
        for code in FindingCode.allCases { #expect(index.contains(code.rawValue), "\(code.rawValue)") }
    }

    @Test("Every code name in the glossary exists, unless a dagger marks it as planned")
    func glossary() {
        let code = Repository.swiftFiles(under: "Sources").map(\.code).joined()
        let words = Set(code.matches(of: /[A-Za-z_]\w*/).map { String($0.0) })
        var names = 0
        for line in Repository.text("docs/glossary.md").split(separator: "\n") where line.hasPrefix("|") && !line.contains("†") {
            for match in line.matches(of: /`([A-Za-z]\w*(?:\.[A-Za-z]\w*)*)`/) {
                names += 1
                let parts = match.1.split(separator: ".").map(String.init)
                let missing = parts.filter { !words.contains($0) }
                #expect(missing.isEmpty, "\(match.0) in the glossary")
            }
        }
        #expect(names >= 15)
    }

    @Test("Decision records are numbered without a gap")
    func decisions() {
        let index = Repository.text("docs/adr/README.md")
        let numbers = index.matches(of: /\((\d{4})-[a-z0-9-]+\.md\)/).compactMap { Int($0.1) }
        #expect(numbers == Array(1...max(numbers.count, 1)))
        for match in index.matches(of: /\((\d{4}-[a-z0-9-]+\.md)\)/) { #expect(Repository.exists("docs/adr/\(match.1)")) }
    }
}
