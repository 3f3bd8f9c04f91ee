/// Where a cell is on its sheet. Ordered by row, then by column.
public struct CellAddress: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The largest row number a sheet can have (1-based).
    public static let lastRow = 1_048_576
    /// The largest column a sheet can have (0-based; column `XFD`).
    public static let lastColumn = 16_383

    /// 1-based, as people count rows.
    public let row: Int
    /// 0-based: column A is 0.
    public let column: Int

    /// An address; `nil` outside a sheet.
    public init?(row: Int, column: Int) {
        guard (1...Self.lastRow).contains(row), (0...Self.lastColumn).contains(column) else { return nil }
        self.row = row
        self.column = column
    }

    /// Reads `J8` or `$J$8`, letters in either case; `nil` for anything else.
    public init?(_ text: String) {
        self.init(ascii: text.utf8)
    }

    /// Reads the bytes of an address, without making a `String` of them first: a sheet holds thousands.
    init?(ascii bytes: some Sequence<UInt8>) {
        var row = 0
        var column = 0
        var letters = 0
        var digits = 0
        var dollarBefore = false
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "$"):
                // One before the letters, one between letters and digits.
                guard !dollarBefore, digits == 0 else { return nil }
                dollarBefore = true
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                guard letters > 0, digits < 7, digits > 0 || byte != UInt8(ascii: "0") else { return nil }
                row = row * 10 + Int(byte - UInt8(ascii: "0"))
                digits += 1
                dollarBefore = false
            default:
                let letter = byte & 0xDF
                guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(letter) else { return nil }
                guard digits == 0, letters < 3, !(dollarBefore && letters > 0) else { return nil }
                column = column * 26 + Int(letter - UInt8(ascii: "A")) + 1
                letters += 1
                dollarBefore = false
            }
        }
        guard digits > 0 else { return nil }
        self.init(row: row, column: column - 1)
    }

    /// The letters of a 0-based column: `A`, `Z`, `AA`.
    public static func letters(ofColumn column: Int) -> String {
        var rest = column
        var letters: [UInt8] = []
        while rest >= 0 {
            letters.append(UInt8(ascii: "A") + UInt8(truncatingIfNeeded: rest % 26))
            rest = rest / 26 - 1
        }
        return String(decoding: letters.reversed(), as: UTF8.self)
    }

    /// `J8`.
    public var description: String { Self.letters(ofColumn: column) + String(row) }

    /// Orders by row first, then by column, as a sheet is read.
    public static func < (left: CellAddress, right: CellAddress) -> Bool {
        (left.row, left.column) < (right.row, right.column)
    }
}

extension CellAddress {
    /// An address made from one that was already checked; only moves within the same sheet.
    init(known row: Int, _ column: Int) {
        self.row = row
        self.column = column
    }
}
