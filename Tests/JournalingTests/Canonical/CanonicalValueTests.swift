import Testing

@testable import Journaling

@Suite("Canonical text")
struct CanonicalValueTests {
    private func text(_ value: CanonicalValue) throws -> String {
        String(decoding: try value.canonicalBytes(), as: UTF8.self)
    }

    @Test("Values have the one text that RFC 8785 gives them")
    func writing() throws {
        #expect(try text([:]) == "{}")
        #expect(try text([]) == "[]")
        #expect(try text(["b": 1, "a": [true, false, .null], "a_1": "x", "a1": -7]) == #"{"a":[true,false,null],"a1":-7,"a_1":"x","b":1}"#)
        #expect(try text(.text("\"\\\u{8}\t\n\u{C}\r\u{0}\u{1F}\u{7F}/é\u{2028}😀")) == "\"\\\"\\\\\\b\\t\\n\\f\\r\\u0000\\u001f\u{7F}/é\u{2028}😀\"")
    }

    @Test("What is read has the text it was read from", arguments: 0..<400)
    func roundTrip(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let value = CanonicalValue.random(using: &generator, depth: 0)
        let bytes = try value.canonicalBytes()
        let again = try CanonicalValue(canonical: bytes)
        #expect(again == value, "seed \(seed)")
        #expect(again.hashValue == value.hashValue)
        #expect(bytes.withUnsafeBytes { CanonicalValue.refusal(of: $0) } == nil)
    }

    @Test("A changed byte gives another value with exactly that text, or a refusal; both readers agree", arguments: 0..<60)
    func mutation(seed: UInt64) throws {
        var generator = SeededGenerator(seed: 1_000 + seed)
        let bytes = try CanonicalValue.random(using: &generator, depth: 0).canonicalBytes()
        for index in bytes.indices.prefix(300) {
            var changed = bytes
            switch Int.random(in: 0..<3, using: &generator) {
            case 0: changed[index] = UInt8.random(in: 0...255, using: &generator)
            case 1: changed.remove(at: index)
            default: changed.insert(UInt8.random(in: 0...255, using: &generator), at: index)
            }
            let value = try? CanonicalValue(canonical: changed)
            let refusal = changed.withUnsafeBytes { CanonicalValue.refusal(of: $0) }
            #expect((value == nil) == (refusal != nil), "seed \(seed), byte \(index)")
            if let value { #expect(try value.canonicalBytes() == changed, "seed \(seed), byte \(index)") }
        }
    }

    @Test("Every other spelling is refused with its reason and place", arguments: RefusedText.all)
    func refused(sample: RefusedText) {
        #expect(throws: CanonicalRefusal(sample.reason, at: sample.offset), "\(sample.text)") {
            try CanonicalValue(canonical: sample.bytes)
        }
        #expect(sample.bytes.withUnsafeBytes { CanonicalValue.refusal(of: $0) } == CanonicalRefusal(sample.reason, at: sample.offset))
    }

    @Test("Any shortened text is refused")
    func shortened() throws {
        let bytes = try (["a": ["é😀", -12, .null, true, "\u{1}"], "b": [:]] as CanonicalValue).canonicalBytes()
        for count in 0..<bytes.count { #expect(throws: CanonicalRefusal.self) { try CanonicalValue(canonical: Array(bytes[..<count])) } }
    }

    @Test("Integers reach to 2^53 - 1 on both sides")
    func integers() throws {
        for number in [9_007_199_254_740_990, 9_007_199_254_740_991] {
            for number in [number, -number] {
                #expect(try text(.integer(number)) == "\(number)")
                #expect(try CanonicalValue(canonical: Array("\(number)".utf8)) == .integer(number))
            }
        }
        for number in [9_007_199_254_740_992, -9_007_199_254_740_992, .max, .min] {
            #expect(throws: CanonicalRefusal(.badInteger)) { try CanonicalValue.integer(number).canonicalBytes() }
            #expect(throws: CanonicalRefusal(.badInteger)) { try CanonicalValue(canonical: Array("\(number)".utf8)) }
        }
    }

    @Test("Sixteen levels are read and written, seventeen are not")
    func depth() throws {
        func nested(_ levels: Int) -> CanonicalValue { (1..<levels).reduce([]) { value, level in level % 2 == 0 ? [value] : ["a": value] } }
        for levels in 15...16 { #expect(try CanonicalValue(canonical: nested(levels).canonicalBytes()) == nested(levels)) }
        #expect(throws: CanonicalRefusal(.tooDeep)) { try nested(17).canonicalBytes() }
        let deep = Array(String(repeating: "[", count: 17).utf8)
        #expect(throws: CanonicalRefusal(.tooDeep, at: 16)) { try CanonicalValue(canonical: deep + [0x5D]) }
        #expect(throws: CanonicalRefusal.self) { try CanonicalValue(canonical: [UInt8](repeating: 0x5B, count: 65_536)) }
    }

    @Test("Keys have 1 to 64 characters")
    func keys() throws {
        for count in [1, 63, 64] {
            let value: CanonicalValue = .object([String(repeating: "k", count: count): 1])
            #expect(try CanonicalValue(canonical: value.canonicalBytes()) == value)
        }
        for key in ["", String(repeating: "k", count: 65), "A", "a-b", "a b", "é", "a\""] {
            #expect(throws: CanonicalRefusal(.badKey)) { try CanonicalValue.object([key: 1]).canonicalBytes() }
            #expect(throws: CanonicalRefusal.self) { try CanonicalValue(canonical: Array("{\"\(key)\":1}".utf8)) }
        }
    }

    @Test("A text has at most 65,536 bytes")
    func size() throws {
        for count in [65_533, 65_534] {
            let value = CanonicalValue.text(String(repeating: "x", count: count))
            #expect(try CanonicalValue(canonical: value.canonicalBytes()) == value)
        }
        #expect(throws: CanonicalRefusal(.tooLong)) { try CanonicalValue.text(String(repeating: "x", count: 65_535)).canonicalBytes() }
        #expect(throws: CanonicalRefusal(.tooLong, at: 65_536)) {
            try CanonicalValue(canonical: [0x22] + [UInt8](repeating: 0x78, count: 65_535) + [0x22])
        }
        #expect(throws: CanonicalRefusal(.tooLong)) { try CanonicalValue.array(Array(repeating: "xxxxxxxxxxxx", count: 50_000)).canonicalBytes() }
    }

    @Test("Texts that only look alike are different")
    func normalisation() throws {
        let (composed, decomposed): (CanonicalValue, CanonicalValue) = ("\u{E9}", "e\u{301}")
        #expect(composed != decomposed)
        #expect(try composed.canonicalBytes() != decomposed.canonicalBytes())
    }
}
