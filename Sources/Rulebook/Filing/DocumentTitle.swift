/// What a document is called by people. Only ever shown; it never becomes part of a path.
public struct DocumentTitle: Hashable, Sendable, CustomStringConvertible {
    /// Characters of the longest title.
    public static let longest = 160

    /// One line without characters that cannot be seen.
    public let text: String

    /// A title as it was typed; `nil` when it is empty, too long, or holds what cannot be seen.
    ///
    /// - Complexity: O(length)
    public init?(_ typed: String) {
        let line = Self.line(typed)
        guard line.unicodeScalars.count == Self.visible(line).unicodeScalars.count, (1...Self.longest).contains(line.unicodeScalars.count) else { return nil }
        text = line
    }

    /// The title that a file's name makes: its last step, without its ending and without anything that cannot be seen;
    /// `nil` when nothing is left.
    ///
    /// - Complexity: O(length)
    public init?(fileName: String) {
        var name = Self.line(Self.visible(Self.line(String(fileName.split { $0 == "/" || $0 == "\\" }.last ?? ""))))
        if let point = name.lastIndex(of: "."), point != name.startIndex, name[point...].unicodeScalars.count <= 6 { name = String(name[..<point]) }
        name = Self.line(String(String.UnicodeScalarView(name.unicodeScalars.prefix(Self.longest))))
        guard name.contains(where: { $0 != "." && $0 != " " }) else { return nil }
        text = name
    }

    /// A name for the file that a browser may give it: no character that any system's paths know, no point or hyphen at its start, not too long.
    ///
    /// - Complexity: O(length)
    public func fileName(ending: String) -> String {
        let plain = text.unicodeScalars.map { scalar in
            "/\\:*?\"<>|%;".unicodeScalars.contains(scalar) ? "-" : Character(scalar)
        }
        let name = String(plain.prefix(100)).drop { $0 == "." || $0 == "-" || $0 == " " }
        return "\(name.isEmpty ? "dokumen" : String(name)).\(ending)"
    }

    /// The text.
    public var description: String { text }

    /// Blanks tidied.
    private static func line(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func visible(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter(\.isVisible)))
    }
}

extension Unicode.Scalar {
    /// Whether it can be seen and turns no text around, as characters of direction do.
    var isVisible: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: false
        default: true
        }
    }
}
