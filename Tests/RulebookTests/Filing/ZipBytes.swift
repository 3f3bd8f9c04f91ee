/// A zip archive of entries that are stored as they are, put together byte by byte.
enum ZipBytes {
    /// - Parameters:
    ///   - entries: names and contents.
    ///   - before: bytes in front of the archive, which its list counts when `isShifted`.
    ///   - comment: behind the list.
    static func make(_ entries: [(name: String, content: [UInt8])], before: [UInt8] = [], isShifted: Bool = false, comment: [UInt8] = []) -> [UInt8] {
        var bytes = before
        var list: [UInt8] = []
        let shift = isShifted ? 0 : before.count
        for (name, content) in entries {
            let offset = bytes.count - shift
            let common = number(20, 2) + number(0, 2) + number(0, 2) + number(0, 4) + number(0, 4) + number(content.count, 4) + number(content.count, 4)
            bytes += [0x50, 0x4B, 3, 4] + common + number(name.utf8.count, 2) + number(0, 2) + Array(name.utf8) + content
            list += [0x50, 0x4B, 1, 2] + number(20, 2) + common + number(name.utf8.count, 2)
            list += number(0, 2) + number(0, 2) + number(0, 2) + number(0, 2) + number(0, 4) + number(offset, 4) + Array(name.utf8)
        }
        let start = bytes.count - shift
        bytes += list + [0x50, 0x4B, 5, 6] + number(0, 2) + number(0, 2) + number(entries.count, 2) + number(entries.count, 2)
        return bytes + number(list.count, 4) + number(start, 4) + number(comment.count, 2) + comment
    }

    static func number(_ value: Int, _ length: Int) -> [UInt8] { (0..<length).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
}
