/// One thing that can be set, by file, environment or option. The table of all is in `Setting+All.swift`: options,
/// variables, `zona config` and the table in the guide come from it.
struct Setting: Sendable {
    /// Its name in the file and, after two dashes, on the command line.
    let key: String
    /// What stands for the value where people are told how to write it.
    let valueName: String
    /// The value unless told otherwise, as it would be written; nil when there is none.
    let initial: String?
    /// What it is, in Indonesian, on one line.
    let meaning: String
    /// Whether the value may hold a password.
    var isSecret = false
    /// Reads a value into the installation.
    let apply: @Sendable (String, inout Deployment) throws(UnusableValue) -> Void

    /// Its name in the environment.
    var variable: String { "ZONA_" + key.uppercased().replacing("-", with: "_") }
    /// Its name on the command line.
    var option: String { "--" + key }

    /// The value as it may be shown.
    func shown(_ text: String) -> String {
        guard isSecret else { return text }
        return DatabaseAddress(text)?.description ?? "****"
    }
}

/// A value that cannot be used, and the rule it breaks.
struct UnusableValue: Error {
    let rule: String
}

/// Readers of the values that settings have.
enum SettingValue {
    static func number(_ text: String, _ range: ClosedRange<Int>) throws(UnusableValue) -> Int {
        guard text.utf8.count <= 18, !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(text),
            range.contains(number)
        else { throw UnusableValue(rule: "harus bilangan \(range.lowerBound) sampai \(range.upperBound)") }
        return number
    }

    static func host(_ text: String) throws(UnusableValue) -> String {
        let fits =
            (1...253).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                (48...57).contains($0) || (97...122).contains($0) || (65...90).contains($0) || "-.:_%".utf8.contains($0)
            }
        guard fits else { throw UnusableValue(rule: "harus nama atau alamat mesin, misalnya 127.0.0.1 atau ::1, tanpa port") }
        return text
    }

    /// A path without what a file's name cannot hold.
    static func path(_ text: String) throws(UnusableValue) -> String {
        guard !text.isEmpty, text.utf8.count <= 4_095, text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
            throw UnusableValue(rule: "harus nama berkas atau folder")
        }
        return text
    }

    static func choice<Value: RawRepresentable & CaseIterable>(
        _ text: String, of type: Value.Type = Value.self
    ) throws(UnusableValue) -> Value where Value.RawValue == String {
        guard let value = Value(rawValue: text) else {
            throw UnusableValue(rule: "harus salah satu dari: " + Value.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return value
    }

    /// Words between commas or blanks.
    static func list(_ text: String) -> [Substring] {
        text.split { $0 == "," || $0 == " " || $0 == "\t" }
    }
}
