import Relational
import Testing

@testable import RelationalPostgres

@Suite("What the server's codes mean")
struct TroubleTests {
    @Test(
        "Each code has its kind",
        arguments: [
            ("23505", .unique), ("23P01", .unique), ("23503", .foreignKey), ("23502", .check), ("23514", .check), ("23001", .check),
            ("22001", .check), ("22P02", .check), ("22003", .check), ("P0001", .check), ("P0002", .other), ("40001", .locked), ("40P01", .locked),
            ("40003", .unavailable), ("55P03", .locked), ("55006", .other), ("57014", .timedOut), ("57P01", .unavailable), ("57P03", .unavailable),
            ("53100", .full), ("53200", .unavailable), ("53300", .unavailable), ("53400", .full), ("08006", .unavailable), ("08P01", .other),
            ("XX000", .other), ("XX001", .damaged), ("XX002", .damaged), ("58030", .damaged), ("42601", .other), ("42P01", .other), ("42501", .other),
            ("0A000", .other), ("25006", .other), ("54000", .other), ("", .other),
        ] as [(String, RelationalError.Kind)])
    func kind(state: String, kind: RelationalError.Kind) {
        #expect(Trouble.kind(state) == kind)
    }
}

@Suite("Values on their way to the server")
struct ParametersTests {
    @Test("Text, numbers, bytes and nothing keep their form")
    func forms() throws {
        let parameters = try Parameters([.null, .text(""), .text("é"), .integer(.min), .blob([]), .blob([0, 255])])
        let seen = parameters.withPointers { values, lengths, formats in
            (0..<6).map { index -> [Int] in
                guard let value = values?[index], let length = lengths?[index], let format = formats?[index] else { return [] }
                return [Int(format)] + (0..<Int(length)).map { Int(UInt8(bitPattern: value[$0])) } + [Int(value[Int(length)])]
            }
        }
        #expect(seen == [[], [0, 0], [0, 0xC3, 0xA9, 0], [0] + "-9223372036854775808".utf8.map { Int($0) } + [0], [1, 0], [1, 0, 255, 0]])
    }

    @Test("U+0000 is refused wherever it stands in a text", arguments: ["\u{0}", "a\u{0}", "\u{0}a", "a\u{0}b"])
    func zero(text: String) {
        #expect(throws: Trouble.self) { try Parameters([.integer(1), .text(text)]) }
    }
}

@Suite("The store of prepared statements")
struct StatementCacheTests {
    @Test("The statement that was not used for longest makes room", arguments: [7, 8, 9])
    func eviction(count: Int) {
        var cache = StatementCache(limit: 8)
        var removed: [String] = []
        var names: [String] = []
        for index in 0..<count {
            let added = cache.add("\(index)")
            names.append(added.name)
            removed += [added.removed].compactMap(\.self)
            // The first is used all the time.
            #expect(cache.name(for: "0") == names[0])
        }
        #expect(removed == (count > 8 ? [names[1]] : []))
        #expect(cache.count == min(8, count))
        #expect(Set(names).count == count)
    }

    @Test("Only the preparation that failed is forgotten")
    func forget() {
        var cache = StatementCache(limit: 8)
        let first = cache.add("a").name
        cache.forget("a", named: first)
        #expect(cache.name(for: "a") == nil)
        let second = cache.add("a").name
        cache.forget("a", named: first)
        #expect(cache.name(for: "a") == second)
        cache.forgetAll()
        #expect(cache.name(for: "a") == nil && cache.count == 0)
    }
}

@Suite("The queue")
struct QueueTests {
    @Test("Comes out as it went in, also when it is long", arguments: [0, 1, 255, 256, 257, 1_000])
    func order(count: Int) {
        var queue = Queue<Int>()
        var out: [Int] = []
        for number in 0..<count {
            queue.append(number)
            if number % 3 == 0, let first = queue.popFirst() { out.append(first) }
        }
        #expect(queue.count == count - out.count)
        while let first = queue.first, queue.popFirst() == first { out.append(first) }
        #expect(out == Array(0..<count))
        #expect(queue.isEmpty && queue.popFirst() == nil)
    }
}

@Suite("Whole numbers of any length")
struct ColumnKindTests {
    private func bytes(_ words: [UInt16]) -> [UInt8] { words.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] } }

    @Test("Bytes that are no number of the server are not read as one")
    func hostile() {
        let hostile: [[UInt8]] = [
            [], [0], bytes([1]), bytes([1, 0, 0]), bytes([1, 0, 0, 0]), bytes([2, 1, 0, 0, 5]), bytes([1, 0, 0xC000, 0, 1]), bytes([1, 0x7FFF, 0, 0, 1]),
            bytes([5, 4, 0, 0, 922, 3372, 368, 5477, 5808]), bytes([1, 5, 0, 0, 1]), bytes([1, 0xFFFF, 0, 0, 1]),
        ]
        for bytes in hostile {
            #expect(bytes.withUnsafeBytes { ColumnKind.numeric.value($0) } == nil, "\(bytes)")
            #expect(bytes.prefix(3).withUnsafeBytes { $0.count == 2 ? nil : ColumnKind.integer.value($0) } == nil)
        }
    }

    @Test("Whole numbers up to both bounds are read")
    func whole() {
        let numbers: [([UInt16], Int64)] = [
            ([0, 0, 0, 0], 0), ([1, 0, 0, 0, 1], 1), ([1, 0, 0x4000, 2, 1], -1), ([1, 1, 0, 0, 1], 10_000), ([2, 0, 0, 2, 7, 0], 7),
            ([5, 4, 0, 0, 922, 3372, 368, 5477, 5807], .max), ([5, 4, 0x4000, 0, 922, 3372, 368, 5477, 5808], .min),
        ]
        for (words, number) in numbers {
            #expect(bytes(words).withUnsafeBytes { ColumnKind.numeric.value($0) } == .integer(number))
        }
    }
}
