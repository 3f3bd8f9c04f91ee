/// The parts of an entry's text, found without building anything: the verifier reads millions of them.
struct EntryView {
    let sequence: Int
    let time: Int64
    let previous: Fingerprint
    private let chainRange: Range<Int>
    private let actorRange: Range<Int>
    private let roleRange: Range<Int>
    private let kindRange: Range<Int>
    private let subjectRange: Range<Int>

    /// Accepts canonical text of an entry and nothing else. O(bytes)
    init(_ bytes: UnsafeRawBufferPointer) throws(EntryRefusal) {
        var scanner = CanonicalScanner(bytes)
        guard scanner.skips(#"{"isi":"#) else { throw .malformed(at: 0) }
        do { try scanner.skipObject(depth: 1) } catch { throw .malformed(at: error.offset) }
        kindRange = try Self.word(#","jenis":""#, isOptional: false, &scanner)
        actorRange = try Self.word(#"","pelaku":""#, isOptional: false, &scanner)
        roleRange = try Self.word(#"","peran":""#, isOptional: true, &scanner)
        subjectRange = try Self.word(#"","perihal":""#, isOptional: true, &scanner)
        chainRange = try Self.word(#"","rantai":""#, isOptional: false, &scanner)
        guard scanner.skips(#"","sebelum":""#), let previous = Fingerprint(digits: bytes, at: scanner.position) else {
            throw .malformed(at: scanner.position)
        }
        self.previous = previous
        scanner.position += 2 * Fingerprint.byteCount
        sequence = try Self.number(#"","urutan":"#, &scanner)
        time = Int64(try Self.number(#","waktu":"#, &scanner))
        guard sequence > 0, scanner.skips("}"), scanner.isAtEnd else { throw .malformed(at: scanner.position) }
    }

    func chain(_ bytes: UnsafeRawBufferPointer) -> String { String(decoding: bytes[chainRange], as: UTF8.self) }
    func actor(_ bytes: UnsafeRawBufferPointer) -> String { String(decoding: bytes[actorRange], as: UTF8.self) }
    func role(_ bytes: UnsafeRawBufferPointer) -> String { String(decoding: bytes[roleRange], as: UTF8.self) }
    func kind(_ bytes: UnsafeRawBufferPointer) -> String { String(decoding: bytes[kindRange], as: UTF8.self) }
    func subject(_ bytes: UnsafeRawBufferPointer) -> String { String(decoding: bytes[subjectRange], as: UTF8.self) }

    /// Whether the entry names this chain.
    func isOfChain(_ chain: [UInt8], _ bytes: UnsafeRawBufferPointer) -> Bool {
        bytes[chainRange].elementsEqual(chain)
    }

    @inline(__always)
    private static func word(
        _ name: StaticString, isOptional: Bool, _ scanner: inout CanonicalScanner
    ) throws(EntryRefusal) -> Range<Int> {
        guard scanner.skips(name) else { throw .malformed(at: scanner.position) }
        let start = scanner.position
        while EntryKind.allows(scanner.next) { scanner.position += 1 }
        let count = scanner.position - start
        guard count <= EntryKind.maximumBytes, count > 0 || isOptional else { throw .malformed(at: start) }
        return start..<scanner.position
    }

    @inline(__always)
    private static func number(_ name: StaticString, _ scanner: inout CanonicalScanner) throws(EntryRefusal) -> Int {
        guard scanner.skips(name), scanner.next != UInt8(ascii: "-") else { throw .malformed(at: scanner.position) }
        do { return try scanner.integer() } catch { throw .malformed(at: error.offset) }
    }
}

extension Fingerprint {
    /// Reads 64 lower-case digits at `offset`; `nil` when they are not there.
    init?(digits: UnsafeRawBufferPointer, at offset: Int) {
        guard digits.count - offset >= 2 * Self.byteCount else { return nil }
        let fingerprint: Fingerprint? = withUnsafeTemporaryAllocation(byteCount: Self.byteCount, alignment: 8) { room in
            for index in 0..<Self.byteCount {
                guard let high = Hexadecimal.value(digits[offset + 2 * index]), let low = Hexadecimal.value(digits[offset + 2 * index + 1])
                else { return nil }
                room[index] = high << 4 | low
            }
            return Fingerprint(raw: UnsafeRawBufferPointer(room))
        }
        guard let fingerprint else { return nil }
        self = fingerprint
    }
}
