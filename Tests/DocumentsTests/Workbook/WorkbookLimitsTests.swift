import Documents
import Rulebook
import Testing

/// Files that ask for more than a scoring sheet ever would.
struct WorkbookLimitsTests {
    private func limits(_ change: (inout WorkbookLimits) -> Void) -> WorkbookLimits {
        var limits = WorkbookLimits.standard
        change(&limits)
        return limits
    }

    @Test("a bomb is refused by how much it swells")
    func bomb() throws {
        let sample = SampleWorkbook(rows: String(repeating: " ", count: 4 << 20))
        let bytes = try #require(TinyArchive.deflated(sample.entries))
        #expect(bytes.count < 16 << 10)
        #expect(SampleWorkbook.refusal(bytes) == .beyondLimits)
        #expect(SampleWorkbook.refusal(bytes, limits: limits { $0.compressionRatio = 10_000 }) == nil)
    }

    @Test("one part and all parts together have a bound, also behind the cells")
    func sizes() {
        let sample = SampleWorkbook(rows: String(repeating: " ", count: 200 << 10))
        #expect(sample.refusal(limits: limits { $0.bytesOfOnePart = 100 << 10 }) == .beyondLimits)
        #expect(sample.refusal(limits: limits { $0.bytesOfAllParts = 100 << 10 }) == .beyondLimits)
        var tail = SampleWorkbook()
        tail.parts["xl/worksheets/sheet1.xml"] =
            "<worksheet><sheetData/>" + String(repeating: " ", count: 200 << 10) + "</worksheet>"
        #expect(tail.refusal(limits: limits { $0.bytesOfOnePart = 100 << 10 }) == .beyondLimits)
        #expect(tail.refusal() == nil)
    }

    @Test("too many cells are refused, empty ones counted")
    func cells() {
        let row = "<row>" + String(repeating: "<c/>", count: 1_000) + "</row>"
        #expect(SampleWorkbook(rows: String(repeating: row, count: 201)).refusal() == .beyondLimits)
        #expect(SampleWorkbook(rows: String(repeating: row, count: 200)).refusal() == nil)
    }

    @Test("a cell of a million characters is refused wherever its text stands")
    func longCell() {
        let long = String(repeating: "é", count: 1_000_000)
        let forms = [
            "<c t=\"str\"><v>\(long)</v></c>", "<c t=\"inlineStr\"><is><t>\(long)</t></is></c>", "<c><v>\(long)</v></c>",
            "<c><f>\(long)</f></c>",
        ]
        for form in forms { #expect(SampleWorkbook(rows: "<row>\(form)</row>").refusal() == .beyondLimits) }
        #expect(SampleWorkbook(texts: "<si><t>\(long)</t></si>").refusal() == .beyondLimits)
    }

    @Test("the longest cell is counted as spreadsheet programs count")
    func longestCell() {
        for (letter, most) in [("a", 32_767), ("é", 32_767), ("😀", 16_383)] {
            for (count, refused) in [(most, false), (most + 1, true)] {
                let text = String(repeating: letter, count: count)
                let sample = SampleWorkbook(rows: "<row><c t=\"str\"><v>\(text)</v></c></row>")
                #expect((sample.refusal() == .beyondLimits) == refused, "\(letter) \(count)")
            }
        }
    }

    @Test("shared texts, sheets, nesting, names and elements have a bound")
    func counts() {
        let texts = SampleWorkbook(texts: String(repeating: "<si/>", count: 11))
        #expect(texts.refusal(limits: limits { $0.sharedStrings = 10 }) == .beyondLimits)
        #expect(texts.refusal(limits: limits { $0.sharedStrings = 11 }) == nil)

        var sheets = SampleWorkbook()
        let many = (0..<65).map { "<sheet name=\"s\($0)\" r:id=\"rId1\"/>" }.joined()
        sheets.parts["xl/workbook.xml"] = "<workbook xmlns:r=\"r\"><sheets>\(many)</sheets></workbook>"
        #expect(sheets.refusal() == .beyondLimits)

        let deep = SampleWorkbook(rows: String(repeating: "<a>", count: 100_000))
        #expect(deep.refusal() == .beyondLimits)
        let names = SampleWorkbook(rows: (0..<2_000).map { "<n\($0)/>" }.joined())
        #expect(names.refusal() == .beyondLimits)
        let attributes = SampleWorkbook(rows: "<a " + (0..<2_000).map { "n\($0)=\"\" " }.joined() + "/>")
        #expect(attributes.refusal() == .beyondLimits)
        let elements = SampleWorkbook(rows: String(repeating: "<a b=\"\"/>", count: 600))
        #expect(elements.refusal(limits: limits { $0.elementsAndAttributes = 1_000 }) == .beyondLimits)
        #expect(elements.refusal() == nil)

        var links = SampleWorkbook()
        let target = "<Relationship Id=\"a\" Type=\"b\" Target=\"c\"/>"
        links.parts["xl/_rels/workbook.xml.rels"] =
            "<Relationships>\(String(repeating: target, count: 600))</Relationships>"
        #expect(links.refusal() == .beyondLimits)
    }

    @Test("a tag, comment, name or instruction without end is refused")
    func giantTags() {
        let long = String(repeating: "a", count: 1 << 20)
        for rows in ["<!--\(long)-->", "<row x=\"\(long)\"/>", "<?x \(long)?>", "<\(long)/>"] {
            #expect(SampleWorkbook(rows: rows).refusal() == .beyondLimits)
        }
        for part in ["<!--\(long)--><worksheet/>", "<!DOCTYPE \(long)>"] {
            var sample = SampleWorkbook()
            sample.parts["xl/worksheets/sheet1.xml"] = part
            #expect(sample.refusal() == .beyondLimits)
        }
    }

    @Test(
        "a document type is refused in every part: entities can swell without end",
        arguments: ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"])
    func documentTypes(part: String) {
        let entities = (1...9).map { "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">" }.joined()
        for type in ["<!DOCTYPE a [<!ENTITY l0 \"lol\">\(entities)]>", "<!DOCTYPE a>", "<!DOCTYPE a SYSTEM \"file:///etc/passwd\">"] {
            var sample = SampleWorkbook()
            sample.parts[part] = type + "<a>&l9;</a>"
            #expect(sample.refusal() == .beyondLimits)
        }
    }

    @Test("a long formula shared by many cells is refused once all of it is too long")
    func sharedFormula() {
        let formula = String(repeating: "A1+", count: 300) + "1"
        let rows = (1...100).map { "<row r=\"\($0)\"><c><f t=\"shared\" si=\"0\">\($0 == 1 ? formula : "")</f></c></row>" }
        let sample = SampleWorkbook(rows: rows.joined())
        #expect(sample.refusal(limits: limits { $0.bytesOfAllFormulas = 50_000 }) == .beyondLimits)
        #expect(sample.refusal() == nil)
    }
}
