import CZlib

/// Packs bytes as gzip.
enum Gzip {
    /// The packed bytes, or `nil` when the library has no memory left.
    ///
    /// - Parameter level: 1 (fast) to 9 (small).
    /// - Complexity: O(length)
    static func pack(_ bytes: [UInt8], level: Int32 = 6) -> [UInt8]? {
        var stream = z_stream()
        // 15 bits of window, and 16 for a gzip header instead of a zlib one.
        guard
            deflateInit2_(
                &stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { return nil }
        defer { deflateEnd(&stream) }
        let bound = Int(deflateBound(&stream, UInt(bytes.count)))
        var input = bytes
        return input.withUnsafeMutableBufferPointer { source -> [UInt8]? in
            stream.next_in = source.baseAddress
            stream.avail_in = UInt32(source.count)
            var status = Z_OK
            let packed = [UInt8](unsafeUninitializedCapacity: bound) { target, count in
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(target.count)
                status = deflate(&stream, Z_FINISH)
                count = target.count - Int(stream.avail_out)
            }
            return status == Z_STREAM_END ? packed : nil
        }
    }
}
