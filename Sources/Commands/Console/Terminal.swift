import Glibc
import Rulebook

/// Writing to the person or program that called us.
enum Terminal {
    static let outputIsTerminal = isatty(STDOUT_FILENO) == 1 && getenv("NO_COLOR") == nil
    static let errorIsTerminal = isatty(STDERR_FILENO) == 1

    static func write(_ text: String) { put(text, to: STDOUT_FILENO) }
    static func writeError(_ text: String) { put(text, to: STDERR_FILENO) }

    /// Writes the whole text. A reader that went away ends the writing, not the program's work.
    private static func put(_ text: String, to descriptor: Int32) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { return }
            rest = rest.dropFirst(written)
        }
    }

    enum Style: String {
        case good = "32"
        case warning = "33"
        case bad = "31"
        case strong = "1"
    }

    /// The text in colour where a person reads it on a terminal, and as it is anywhere else.
    static func styled(_ text: String, _ style: Style) -> String {
        outputIsTerminal ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }
}

/// Exit codes that scripts rely on.
enum ExitStatus {
    /// `--require` and the verdict is not met.
    static let unmet: Int32 = 1
    static let usage: Int32 = 64
    static let refused: Int32 = 65
    static let fault: Int32 = 70
}

extension Refusal {
    /// 65, or 70 when it was no one's input but this machine that failed.
    var exitStatus: Int32 {
        findings.contains { $0.code == .incident } ? ExitStatus.fault : ExitStatus.refused
    }

    /// Every problem on a line of its own: place, code, message.
    var lines: String {
        findings.map { finding in
            let place = finding.location.isEmpty ? "" : finding.location + ": "
            return "  \(finding.code.rawValue)  \(place)\(finding.message)\n"
        }.joined()
    }
}
