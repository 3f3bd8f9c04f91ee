/// Something found in a file: an error that stops the work, a warning, or a note.
public struct Finding: Hashable, Sendable {
    /// What a finding means for the file it was found in.
    public enum Severity: String, Sendable {
        /// The file is refused.
        case error
        /// The file is scored, but a number in it is not to be trusted.
        case warning
        /// Worth knowing.
        case info
    }

    /// Which rule was broken; stable, so that people can look it up.
    public let code: FindingCode
    /// Whether the finding stops the work, casts doubt on a number or only informs.
    public let severity: Severity
    /// Where: a line, a cell such as `LKE ZI!J8`, an item code. Empty for the file as a whole.
    public let location: String
    /// The rule and the way out, in Indonesian.
    public let message: String

    /// Puts a finding together; `location` may be empty, `message` is what people read.
    public init(_ code: FindingCode, _ severity: Severity, at location: String, _ message: String) {
        self.code = code
        self.severity = severity
        self.location = location
        self.message = message
    }

    /// An error.
    public static func error(_ code: FindingCode, at location: String, _ message: String) -> Finding {
        Finding(code, .error, at: location, message)
    }
}

/// A refusal with every problem that was found, never only the first.
public struct Refusal: Error, Hashable, Sendable {
    /// At least one finding; those that made the refusal have severity `error`.
    public let findings: [Finding]
    /// Seconds after which the same may be tried again; `nil` where waiting is not what helps.
    public let retryAfter: Int64?

    /// A refusal for all of these reasons; that there is one at least is not checked.
    public init(_ findings: [Finding], retryAfter: Int64? = nil) {
        self.findings = findings
        self.retryAfter = retryAfter
    }

    /// A refusal for a single reason, which becomes a finding of severity `error`.
    public init(_ code: FindingCode, at location: String, _ message: String, retryAfter: Int64? = nil) {
        self.init([.error(code, at: location, message)], retryAfter: retryAfter)
    }
}
