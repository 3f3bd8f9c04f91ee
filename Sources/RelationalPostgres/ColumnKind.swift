import Relational

/// How the bytes of a column are read, by the number of its type in the catalogue of the server.
enum ColumnKind: Hashable {
    case truth, integer, numeric, text, blob, nothing, unreadable

    /// The kind for a type's number, which is the same on every server.
    init(oid: UInt32) {
        self =
            switch oid {
            case 16: .truth
            case 20, 21, 23: .integer
            case 1_700: .numeric
            case 18, 19, 25, 705, 1_042, 1_043: .text
            case 17: .blob
            case 2_278: .nothing
            default: .unreadable
            }
    }

    /// The value in these bytes, `nil` when it is none of the four kinds: a fraction, a date, a list.
    ///
    /// - Complexity: O(bytes)
    func value(_ bytes: UnsafeRawBufferPointer) -> SQLValue? {
        switch self {
        case .truth: bytes.first.map { .integer($0 == 0 ? 0 : 1) }
        case .integer: Self.whole(bytes).map { .integer($0) }
        case .numeric: Self.wholeNumeric(bytes).map { .integer($0) }
        case .text: .text(String(decoding: bytes, as: UTF8.self))
        case .blob: .blob(Array(bytes))
        case .nothing: .null
        case .unreadable: nil
        }
    }

    /// Two, four or eight bytes, the highest first.
    private static func whole(_ bytes: UnsafeRawBufferPointer) -> Int64? {
        switch bytes.count {
        case 2: Int64(Int16(bigEndian: bytes.loadUnaligned(as: Int16.self)))
        case 4: Int64(Int32(bigEndian: bytes.loadUnaligned(as: Int32.self)))
        case 8: Int64(bigEndian: bytes.loadUnaligned(as: Int64.self))
        default: nil
        }
    }

    /// A `numeric` that is whole, as the sum of whole numbers is. It comes as: how many digits to the base 10,000,
    /// the power of the first, the sign, how many decimals are shown, the digits.
    private static func wholeNumeric(_ bytes: UnsafeRawBufferPointer) -> Int64? {
        func short(_ index: Int) -> UInt16? {
            bytes.count >= 2 * index + 2
                ? UInt16(bigEndian: bytes.loadUnaligned(fromByteOffset: 2 * index, as: UInt16.self)) : nil
        }
        guard let digits = short(0), let power = short(1), let sign = short(2), sign == 0 || sign == 0x4000 else { return nil }
        let highest = Int(Int16(bitPattern: power))
        guard digits == 0 || highest <= 4 else { return nil }
        var value: Int64 = 0
        for place in stride(from: 0, to: max(Int(digits), highest + 1), by: 1) where digits > 0 {
            let digit: UInt16
            if place < Int(digits) {
                guard let next = short(4 + place) else { return nil }
                digit = next
            } else {
                digit = 0
            }
            if place > highest {
                if digit != 0 { return nil }
                continue
            }
            let (shifted, tooLarge) = value.multipliedReportingOverflow(by: 10_000)
            // Towards the sign, so that the smallest number fits as well.
            let (next, stillTooLarge) = shifted.addingReportingOverflow(sign == 0 ? Int64(digit) : -Int64(digit))
            guard !tooLarge, !stillTooLarge else { return nil }
            value = next
        }
        return value
    }
}
