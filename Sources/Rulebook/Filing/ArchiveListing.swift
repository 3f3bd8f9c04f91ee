/// The names in a zip archive, read from the list at its end without unpacking anything (PKWARE APPNOTE 6.3.10, 4.3.12 and 4.3.16).
public enum ArchiveListing {
    /// The most files that an archive of ours has; a workbook has some dozens.
    static let most = 4_096
    private static let endLength = 22
    private static let entryLength = 46

    /// The names; `nil` when the list is not whole, or anything stands before or behind the archive, as in a file that
    /// is two things at once.
    ///
    /// - Complexity: O(names), whatever the archive would unpack to
    public static func names(_ bytes: ArraySlice<UInt8>) -> [String]? {
        let end = bytes.endIndex - endLength
        // No comment: what writes office files leaves none, and one could hold another file.
        guard end >= bytes.startIndex, bytes[end...].starts(with: [0x50, 0x4B, 0x05, 0x06]), number(bytes, end + 20, 2) == 0 else { return nil }
        let count = number(bytes, end + 10, 2)
        let (length, offset) = (number(bytes, end + 12, 4), number(bytes, end + 16, 4))
        guard number(bytes, end + 4, 4) == 0, number(bytes, end + 8, 2) == count, (1...most).contains(count),
            bytes.startIndex + offset + length == end
        else { return nil }
        var names: [String] = []
        var at = bytes.startIndex + offset
        for _ in 0..<count {
            guard at + entryLength <= end, bytes[at...].starts(with: [0x50, 0x4B, 0x01, 0x02]) else { return nil }
            let nameLength = number(bytes, at + 28, 2)
            let next = at + entryLength + nameLength + number(bytes, at + 30, 2) + number(bytes, at + 32, 2)
            guard (1...512).contains(nameLength), next <= end,
                let name = String(validating: bytes[(at + entryLength)..<(at + entryLength + nameLength)], as: UTF8.self)
            else { return nil }
            names.append(name)
            at = next
        }
        return at == end ? names : nil
    }

    /// A little-endian number.
    private static func number(_ bytes: ArraySlice<UInt8>, _ at: Int, _ length: Int) -> Int {
        (0..<length).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
    }
}
