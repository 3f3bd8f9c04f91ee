/// The SHA-256 of a file's content, which is its only name where contents are kept.
public struct DocumentDigest: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// 64 lower-case hexadecimal digits; never anything that could lead out of a folder.
    public let text: String

    /// Takes 64 lower-case hexadecimal digits; `nil` for anything else.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8.prefix(65))
        let isHex = bytes.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
        guard bytes.count == 64, isHex else { return nil }
        self.text = String(text)
    }

    /// Where the content lies below the folder of all contents, such as `3f/a9/3fa9…`. No folder grows beyond 256 others
    /// or a few thousand files then.
    public var path: String { "\(text.prefix(2))/\(text.dropFirst(2).prefix(2))/\(text)" }

    /// The digits.
    public var description: String { text }

    /// In the order of the digits.
    public static func < (left: DocumentDigest, right: DocumentDigest) -> Bool { left.text < right.text }
}
