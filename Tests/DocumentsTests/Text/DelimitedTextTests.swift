import Documents
import Rulebook
import Testing

struct DelimitedTextTests {
    private func fields(_ text: String) throws(Refusal) -> [[String]] {
        try DelimitedText.parse(Array(text.utf8)).map(\.fields)
    }

    private func refusal(_ bytes: [UInt8]) -> Finding? {
        do throws(Refusal) {
            _ = try DelimitedText.parse(bytes)
            return nil
        } catch {
            return error.findings.first
        }
    }

    @Test("comma, semicolon and tab are recognised from the first line that holds anything", arguments: [",", ";", "\t"])
    func delimiters(delimiter: String) throws {
        #expect(try fields("\n \nkode\(delimiter)jawaban\nA.1\(delimiter)Ya\n") == [["kode", "jawaban"], ["A.1", "Ya"]])
    }

    @Test("what stands in quotes does not decide the delimiter")
    func delimiterInQuotes() throws {
        #expect(try fields("\"a,b,c\";d\n1;2") == [["a,b,c", "d"], ["1", "2"]])
        #expect(try fields("kode\nA.1") == [["kode"], ["A.1"]])
    }

    @Test("line ends of every kind count lines, and blank lines are left out", arguments: ["\n", "\r\n", "\r"])
    func lines(end: String) throws {
        let text = ["a,b", "", "1,2", "  ", "\"x", "y\",3", "4,5"].joined(separator: end)
        let records = try DelimitedText.parse(Array(text.utf8))
        #expect(records.map(\.line) == [1, 3, 5, 7])
        #expect(records.map(\.fields) == [["a", "b"], ["1", "2"], ["x\(end)y", "3"], ["4", "5"]])
    }

    @Test("quotes follow RFC 4180")
    func quotes() throws {
        #expect(try fields("a,\"b \"\"c\"\" d\",\"\"\n") == [["a", "b \"c\" d", ""]])
        #expect(try fields("a,5\" pipe") == [["a", "5\" pipe"]])
        #expect(try fields("a,") == [["a", ""]])
    }

    @Test("a byte order mark is no part of the first field")
    func byteOrderMark() throws {
        #expect(try fields("\u{FEFF}kode,jawaban") == [["kode", "jawaban"]])
        #expect(try DelimitedText.parse([]).isEmpty)
        #expect(try fields("\u{FEFF}").isEmpty)
    }

    @Test("text that is not UTF-8 is refused with its line and the way out")
    func notUTF8() {
        for bytes in [Array("a,b\r\nc,d\r\n".utf8) + [0xE9], Array("a\rb\r".utf8) + [0], Array("a\n\n".utf8) + [0xC3]] {
            let finding = refusal(bytes)
            #expect(finding?.code == .malformedText)
            #expect(finding?.location == "baris 3")
            #expect(finding?.message.contains("CSV UTF-8") == true)
        }
        #expect(refusal([0xFF, 0xFE, 0x61, 0x00])?.code == .malformedText)
    }

    @Test("a quote that is never closed is refused with the line where it opened")
    func unclosed() {
        let finding = refusal(Array("a,b\n1,\"x\ny\nz".utf8))
        #expect(finding?.code == .malformedText)
        #expect(finding?.location == "baris 2")
        #expect(refusal(Array("a,b\n\"1\"2,3".utf8))?.location == "baris 2")
    }

    @Test("size, records, fields and characters have a bound")
    func limits() throws {
        #expect(refusal([UInt8](repeating: 0x61, count: DelimitedText.largestFile + 1))?.code == .fileTooLarge)
        #expect(try fields(String(repeating: "a\n", count: 20_000)).count == 20_000)
        #expect(refusal(Array(String(repeating: "a\n", count: 20_001).utf8))?.code == .beyondLimits)
        #expect(try fields(String(repeating: ",", count: 63)).first?.count == 64)
        #expect(refusal(Array(String(repeating: ",", count: 64).utf8))?.code == .beyondLimits)
        #expect(try fields(String(repeating: "é", count: 32_767)).count == 1)
        let long = String(repeating: "a", count: 32_768)
        #expect(refusal(Array("a\n\(long)".utf8))?.location == "baris 2")
        #expect(refusal(Array("\"\(long)\"".utf8))?.code == .beyondLimits)
    }

    @Test("bytes changed at random end in records or in a refusal")
    func mutation() {
        var random = SmallGenerator(state: 52)
        let original = Array("kode;jawaban\r\nA.1;\"Ya, \"\"x\"\"\"\r\n\r\nA.2;é\n".utf8)
        for _ in 0..<2_000 {
            var bytes = original
            for _ in 0...Int.random(in: 0..<4, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            _ = refusal(bytes)
        }
    }
}
