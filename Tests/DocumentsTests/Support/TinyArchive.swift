import CZip

/// Writes small zip archives byte by byte, so that tests can make wrong ones.
struct TinyArchive {
    /// One file in the archive. The fields besides name and content are what the headers say, true or not.
    struct Entry {
        var name: String
        var content: [UInt8]
        var method = 0
        var flags = 0
        var checksum: UInt32?
        var packedSize: Int?
        var unpackedSize: Int?
        /// The name in the entry's own header, when it is to differ from the table of contents.
        var localName: String?
        /// Added to the place the table of contents gives.
        var shift = 0

        init(_ name: String, _ content: String) {
            self.init(name, Array(content.utf8))
        }

        init(_ name: String, _ content: [UInt8]) {
            self.name = name
            self.content = content
        }
    }

    var entries: [Entry]

    /// The archive as bytes.
    var bytes: [UInt8] {
        var out: [UInt8] = []
        var table: [UInt8] = []
        for entry in entries {
            let start = out.count + entry.shift
            let packed = entry.packedSize ?? entry.content.count
            let common =
                Self.little(20, 2) + Self.little(entry.flags, 2) + Self.little(entry.method, 2) + Self.little(0, 4)
                + Self.little(Int(entry.checksum ?? Self.checksum(entry.content)), 4) + Self.little(packed, 4)
                + Self.little(entry.unpackedSize ?? entry.content.count, 4)
            let localName = Array((entry.localName ?? entry.name).utf8)
            let name = Array(entry.name.utf8)
            out += Self.little(0x0403_4B50, 4) + common + Self.little(localName.count, 2) + Self.little(0, 2)
            out += localName + entry.content
            table += Self.little(0x0201_4B50, 4) + Self.little(20, 2) + common + Self.little(name.count, 2)
            table += Self.little(0, 2 + 2 + 2 + 2 + 4) + Self.little(start, 4) + name
        }
        let start = out.count
        out += table
        out += Self.little(0x0605_4B50, 4) + Self.little(0, 4) + Self.little(entries.count, 2)
        out += Self.little(entries.count, 2) + Self.little(table.count, 4) + Self.little(start, 4) + Self.little(0, 2)
        return out
    }

    /// An archive of deflated entries, made by libzip; for bombs.
    static func deflated(_ entries: [Entry]) -> [UInt8]? {
        guard let source = zip_source_buffer_create(nil, 0, 0, nil) else { return nil }
        zip_source_keep(source)
        defer { zip_source_free(source) }
        guard let archive = zip_open_from_source(source, ZIP_TRUNCATE, nil) else { return nil }
        // libzip reads the contents only on closing.
        let buffers = entries.map { entry in
            let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: entry.content.count)
            _ = buffer.initialize(from: entry.content)
            return buffer
        }
        defer { buffers.forEach { $0.deallocate() } }
        for (entry, buffer) in zip(entries, buffers) {
            let content = zip_source_buffer(archive, buffer.baseAddress, zip_uint64_t(buffer.count), 0)
            guard zip_file_add(archive, entry.name, content, 0) >= 0 else { return nil }
        }
        guard zip_close(archive) == 0, zip_source_open(source) == 0 else { return nil }
        defer { zip_source_close(source) }
        var out: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = zip_source_read(source, &chunk, zip_uint64_t(chunk.count))
            guard count > 0 else { return out }
            out += chunk.prefix(Int(count))
        }
    }

    /// The lowest `count` bytes of a number, lowest first.
    static func little(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }

    /// CRC-32 as zip uses it.
    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            crc = table[Int(UInt8(truncatingIfNeeded: crc) ^ byte)] ^ (crc >> 8)
        }
        return ~crc
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
    }
}
