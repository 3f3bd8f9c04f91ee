import InstrumentFiles
import Rulebook
import Testing

@Suite("Wordings")
struct WordingTests {
    private func read(_ items: String) throws -> Instrument {
        let wording = try Wording(Array(#"{"instrument": "permenpanrb-90-2021", "items": {\#(items)}}"#.utf8))
        return try InstrumentFile.read(Array(Files.text(Files.law2021).utf8), wording: wording)
    }

    private func findings(_ items: String) throws -> [String] {
        do {
            _ = try read(items)
            return []
        } catch let refusal as Refusal {
            return refusal.findings.map { "\($0.code) \($0.location)" }
        }
    }

    @Test("Texts, guidance and statements are replaced one by one; the rest stays")
    func replaced() throws {
        let plain = try InstrumentLibrary().instrument(Files.law2021)
        let worded = try read(#""A.I.1.i.b": {"text": "T?", "choices": {"B": "Sebagian."}}, "B.I.a": {"guidance": "G."}"#)
        #expect(worded.questions[1].text == "T?" && worded.questions[1].guidance == plain.questions[1].guidance)
        guard case .choice(let scale, let statements) = worded.questions[1].kind, case .choice(let same, let before) = plain.questions[1].kind else {
            Issue.record("not a choice question")
            return
        }
        #expect(scale == same && statements == [before[0], "Sebagian.", before[2]])
        let index = try #require(worded.question("B.I.a"))
        #expect(worded.questions[index].guidance == "G." && worded.questions[index].text == plain.questions[index].text)
        for position in plain.questions.indices where ![1, index].contains(position) {
            #expect(worded.questions[position].text == plain.questions[position].text)
        }
        #expect(worded.nodes.map(\.weight) == plain.nodes.map(\.weight))
    }

    @Test("Every unknown code and letter is named at once")
    func unknown() throws {
        #expect(
            try findings(#""Z": {}, "A.I": {"text": "x"}, "A.I.1.i.b": {"choices": {"D": "x", "A": "y", "E": "z"}}"#)
                == ["wordingMalformed A.I", "wordingMalformed Z", "wordingMalformed A.I.1.i.b D", "wordingMalformed A.I.1.i.b E"])
    }

    @Test("A letter in the wrong case is either used or refused, not silently dropped")
    func letterCase() throws {
        guard let worded = try? read(#""A.I.1.i.b": {"choices": {"b": "Sebagian."}}"#), case .choice(_, let statements) = worded.questions[1].kind else {
            return
        }
        #expect(statements[1] == "Sebagian.")
    }

    @Test("Statements for a question without letters are refused", arguments: ["B.I.a", "A.II.1.i.a"])
    func noLetters(code: String) throws {
        #expect(try findings(#""\#(code)": {"choices": {"A": "x"}}"#) == ["wordingMalformed \(code)"])
    }

    @Test("A misspelt key is refused")
    func misspelt() throws {
        #expect(try findings(#""B.I.a": {"txt": "x"}"#).map { $0.prefix(16) } == ["wordingMalformed"])
    }

    @Test(
        "A broken file is refused with code and place",
        arguments: [
            ("", "wordingMalformed "), ("{}", "wordingMalformed instrument"), (#"{"instrument": 1, "items": {}}"#, "wordingMalformed instrument"),
            (#"{"instrument": "x", "items": {"B.I.a": {"text": 4}}}"#, "wordingMalformed items.B.I.a.text"),
            (#"{"instrument": "x"}"#, "wordingMalformed items"),
            (#"{"instrument": "x", "items": []}"#, "wordingMalformed items"),
        ])
    func broken(text: String, expected: String) {
        do throws(Refusal) {
            _ = try Wording(Array(text.utf8))
            Issue.record("“\(text)” was read")
        } catch {
            #expect(error.findings.map { "\($0.code) \($0.location)" } == [expected])
        }
    }

    @Test("A wording of more than 4 MB is refused unread")
    func tooLarge() {
        #expect(throws: Refusal(.fileTooLarge, at: "", "Berkas kata-kata paling besar 4 MB.")) {
            try Wording(repeatElement(0x20, count: InstrumentFile.largestFile + 1))
        }
    }
}
