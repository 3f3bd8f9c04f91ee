import CZip
import CZlib
import Samples

/// Packs bytes that are too many to hold, as a zip archive does.
final class Deflate {
    private(set) var packed: [UInt8] = []
    private(set) var size = 0
    private var checksum = crc32(0, nil, 0)
    // zlib remembers where this stands: it must not move.
    private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)

    init() {
        stream.initialize(to: z_stream())
        deflateInit2_(
            stream, 9, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size))
    }

    deinit { stream.deallocate() }

    func add(_ bytes: [UInt8]) {
        size += bytes.count
        checksum = crc32(checksum, bytes, uInt(bytes.count))
        push(bytes, Z_NO_FLUSH)
    }

    /// The whole as a file in an archive.
    func entry(_ name: String) -> ZipArchive.Entry {
        push([], Z_FINISH)
        deflateEnd(stream)
        return ZipArchive.Entry(name, deflated: packed, checksum: UInt32(checksum), size: size)
    }

    private func push(_ bytes: [UInt8], _ flush: CInt) {
        var input = bytes
        var room = [UInt8](repeating: 0, count: 64 << 10)
        input.withUnsafeMutableBufferPointer { source in
            stream.pointee.next_in = source.baseAddress
            stream.pointee.avail_in = uInt(source.count)
            repeat {
                let written = room.withUnsafeMutableBufferPointer { target in
                    stream.pointee.next_out = target.baseAddress
                    stream.pointee.avail_out = uInt(target.count)
                    deflate(stream, flush)
                    return target.count - Int(stream.pointee.avail_out)
                }
                packed += room.prefix(written)
            } while stream.pointee.avail_out == 0
        }
    }
}

/// Unpacks every file of an archive and looks at nothing: the least that reading a workbook can take.
func inflateAll(_ bytes: [UInt8]) -> Int {
    bytes.withUnsafeBytes { buffer -> Int in
        guard let source = zip_source_buffer_create(buffer.baseAddress, zip_uint64_t(buffer.count), 0, nil),
            let archive = zip_open_from_source(source, ZIP_RDONLY, nil)
        else { return 0 }
        defer { zip_discard(archive) }
        var total = 0
        var room = [UInt8](repeating: 0, count: 64 << 10)
        for index in 0..<zip_get_num_entries(archive, 0) {
            guard let file = zip_fopen_index(archive, zip_uint64_t(index), 0) else { continue }
            defer { zip_fclose(file) }
            while true {
                let count = zip_fread(file, &room, zip_uint64_t(room.count))
                guard count > 0 else { break }
                total += Int(count)
            }
        }
        return total
    }
}
