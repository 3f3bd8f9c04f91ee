import Relational

/// The values of a statement as the protocol wants them: text as it is typed, bytes as they are. Types are left to
/// the server, which takes them from the place where a value stands.
struct Parameters {
    /// All values one after another, each closed by a zero byte.
    private var bytes: [CChar] = []
    /// Where each value begins, -1 for none.
    private var offsets: [Int] = []
    private var lengths: [Int32] = []
    private var formats: [Int32] = []

    /// How many there are.
    var count: Int { offsets.count }

    /// - Throws: kind `check` for text with U+0000, which the server cannot hold; `other` for a value over 1 GB.
    /// - Complexity: O(bytes)
    init(_ values: [SQLValue]) throws(Trouble) {
        offsets.reserveCapacity(values.count)
        lengths.reserveCapacity(values.count)
        formats.reserveCapacity(values.count)
        for value in values {
            switch value {
            case .null:
                offsets.append(-1)
                lengths.append(0)
                formats.append(0)
            case .integer(let number): append(String(number).utf8, format: 0)
            case .text(let text):
                guard !text.utf8.contains(0) else { throw .local(.check, "text with the character U+0000") }
                append(text.utf8, format: 0)
            case .blob(let blob): append(blob, format: 1)
            }
            guard bytes.count < 1_000_000_000 else { throw .local(.other, "values of more than 1 GB in one statement") }
        }
    }

    private mutating func append(_ value: some Collection<UInt8>, format: Int32) {
        offsets.append(bytes.count)
        lengths.append(Int32(clamping: value.count))
        formats.append(format)
        bytes.append(contentsOf: value.lazy.map { CChar(bitPattern: $0) })
        bytes.append(0)
    }

    /// Hands over the arrays that libpq wants.
    func withPointers<Result>(
        _ body: (_ values: UnsafePointer<UnsafePointer<CChar>?>?, _ lengths: UnsafePointer<Int32>?, _ formats: UnsafePointer<Int32>?) -> Result
    ) -> Result {
        bytes.withUnsafeBufferPointer { bytes in
            let pointers = offsets.map { offset in offset < 0 ? nil : bytes.baseAddress.map { $0 + offset } }
            return pointers.withUnsafeBufferPointer { pointers in
                lengths.withUnsafeBufferPointer { lengths in
                    formats.withUnsafeBufferPointer { formats in
                        body(pointers.baseAddress, lengths.baseAddress, formats.baseAddress)
                    }
                }
            }
        }
    }
}
