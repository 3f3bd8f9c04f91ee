import Glibc
public import Logging

/// Writes each event as one line of JSON, so that any log collector takes it as it is.
public struct JSONLogHandler: LogHandler {
    /// Fields of every line of this logger.
    public var metadata: Logger.Metadata = [:]
    /// The least level that is written.
    public var logLevel: Logger.Level = .info
    /// Adds fields of the moment, if set.
    public var metadataProvider: Logger.MetadataProvider?
    private let write: @Sendable (String) -> Void

    /// - Parameter write: takes a whole line, line end included; standard error unless told otherwise.
    public init(write: @escaping @Sendable (String) -> Void = JSONLogHandler.toStandardError) {
        self.write = write
    }

    /// One field of every line.
    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    /// Writes one line. A request id is named `request`, whatever it is called on the way.
    public func log(event: LogEvent) {
        var fields = metadata
        if let provided = metadataProvider?.get() { fields.merge(provided) { $1 } }
        if let own = event.metadata { fields.merge(own) { $1 } }
        var line = "{\"time\":\"\(Self.now())\",\"level\":\"\(event.level.rawValue)\",\"message\":"
        JSONText.append(event.message.description, to: &line)
        for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
            line += ","
            JSONText.append(name == "hb.request.id" ? "request" : name, to: &line)
            line += ":"
            JSONText.append(value, to: &line)
        }
        write(line + "}\n")
    }

    /// One system call per line, so that lines of several threads do not mix.
    public static let toStandardError: @Sendable (String) -> Void = { line in
        var line = line
        line.withUTF8 { bytes in
            _ = Glibc.write(STDERR_FILENO, bytes.baseAddress, bytes.count)
        }
    }

    private static func now() -> String {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Moment(seconds: Int64(time.tv_sec)).timestamp(milliseconds: Int(time.tv_nsec / 1_000_000))
    }
}

/// JSON as logs need it: texts and numbers.
enum JSONText {
    static func append(_ value: Logger.MetadataValue, to line: inout String) {
        switch value {
        case .string(let text): append(text, to: &line)
        case .stringConvertible(let number as Int): line += String(number)
        case .stringConvertible(let other): append(other.description, to: &line)
        case .array(let values):
            line += "["
            for (index, value) in values.enumerated() {
                if index > 0 { line += "," }
                append(value, to: &line)
            }
            line += "]"
        case .dictionary(let values):
            line += "{"
            for (index, (name, value)) in values.sorted(by: { $0.key < $1.key }).enumerated() {
                if index > 0 { line += "," }
                append(name, to: &line)
                line += ":"
                append(value, to: &line)
            }
            line += "}"
        }
    }

    static func append(_ text: String, to line: inout String) {
        line += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": line += "\\\""
            case "\\": line += "\\\\"
            case "\n": line += "\\n"
            case "\r": line += "\\r"
            case "\t": line += "\\t"
            case "\u{0}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                line += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: line.unicodeScalars.append(scalar)
            }
        }
        line += "\""
    }
}
