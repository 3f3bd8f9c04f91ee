/// What the readers of headers use of swift-http-types. Unlike there, a value may hold anything: what is fed to the
/// readers is never milder than what a server passes on.
public struct HTTPFields: Sendable {
    private var fields: [(name: HTTPField.Name, value: String)] = []

    /// No header yet.
    public init() {}

    /// Adds a line.
    public mutating func add(_ name: HTTPField.Name, _ value: String) {
        fields.append((name, value))
    }

    /// The values of all lines of a name, in their order.
    public subscript(values name: HTTPField.Name) -> [String] {
        fields.filter { $0.name == name }.map(\.value)
    }
}

/// One line of a header.
public enum HTTPField {
    /// The name of a line; capitals do not count.
    public struct Name: Hashable, Sendable {
        /// In lower case.
        public let text: String

        /// Takes any name.
        public init?(_ text: String) {
            self.init(known: text.lowercased())
        }

        init(known: String) {
            text = known
        }

        /// What a browser kept.
        public static let cookie = Name(known: "cookie")
    }
}
