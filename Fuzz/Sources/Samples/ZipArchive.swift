/// A zip archive written byte by byte, so that a program can put anything inside an intact one.
public struct ZipArchive {
    /// One file in the archive.
    public struct Entry {
        /// As a `.xlsx` names its parts, such as `xl/workbook.xml`.
        public var name: String
        /// As they stand in the archive: plain, or packed with deflate.
        public var bytes: [UInt8]
        /// 0 for plain, 8 for deflate.
        public var method = 0
        /// CRC-32 of the unpacked bytes.
        public var checksum: UInt32
        /// Unpacked bytes.
        public var size: Int

        /// A file that is not packed. O(n).
        public init(_ name: String, _ bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
            checksum = ZipArchive.checksum(bytes)
            size = bytes.count
        }

        /// A packed file.
        public init(_ name: String, deflated bytes: [UInt8], checksum: UInt32, size: Int) {
            self.name = name
            self.bytes = bytes
            self.checksum = checksum
            self.size = size
            method = 8
        }
    }

    /// In the order in which they are written.
    public var entries: [Entry]

    /// - Parameter entries: in the order in which they are written.
    public init(_ entries: [Entry]) {
        self.entries = entries
    }

    /// The archive. O(n).
    public var bytes: [UInt8] {
        var out: [UInt8] = []
        var table: [UInt8] = []
        for entry in entries {
            let start = out.count
            let name = Array(entry.name.utf8)
            let common =
                Self.little(20, 2) + Self.little(0, 2) + Self.little(entry.method, 2) + Self.little(0, 4)
                + Self.little(Int(entry.checksum), 4) + Self.little(entry.bytes.count, 4) + Self.little(entry.size, 4)
                + Self.little(name.count, 2)
            out += Self.little(0x0403_4B50, 4) + common + Self.little(0, 2) + name + entry.bytes
            table += Self.little(0x0201_4B50, 4) + Self.little(20, 2) + common
            table += Self.little(0, 2 + 2 + 2 + 2 + 4) + Self.little(start, 4) + name
        }
        let start = out.count
        out += table
        out += Self.little(0x0605_4B50, 4) + Self.little(0, 4) + Self.little(entries.count, 2)
        out += Self.little(entries.count, 2) + Self.little(table.count, 4) + Self.little(start, 4) + Self.little(0, 2)
        return out
    }

    /// The lowest `count` bytes of a number, lowest first.
    private static func little(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }

    /// CRC-32 as zip uses it. O(n).
    public static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes { crc = table[Int(UInt8(truncatingIfNeeded: crc) ^ byte)] ^ (crc >> 8) }
        return ~crc
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
    }
}
