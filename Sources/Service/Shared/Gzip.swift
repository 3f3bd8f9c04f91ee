import CZlib

/// Packs bytes as gzip.
enum Gzip {
    /// The packed bytes, or `nil` when the library has no memory left.
    ///
    /// - Parameter level: 1 (fast) to 9 (small). At 4 a page takes half the time of 6 and is a twentieth longer.
    /// - Complexity: O(length)
    static func pack(_ bytes: [UInt8], level: Int32 = 4) -> [UInt8]? {
        var stream = z_stream()
        // No window beyond the text: clearing a large one takes longer than packing a short page.
        let window = (10...15).first { 1 << $0 >= bytes.count } ?? 15
        guard
            deflateInit2_(
                // 16 more for a gzip header instead of a zlib one; the memory beside the window goes with it.
                &stream, level, Z_DEFLATED, Int32(window + 16), Int32(window - 7), Z_DEFAULT_STRATEGY, ZLIB_VERSION,
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
