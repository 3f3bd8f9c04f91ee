import Glibc
import Rulebook
import Service

/// What holds after options, environment, file and built-in values were laid over each other, in that order.
struct SettingResolution {
    /// Where a value came from.
    enum Origin: Equatable {
        case initial
        case file(path: String, line: Int)
        case environment(variable: String)
        case option(String)
    }

    /// One setting as it holds.
    struct Value {
        let setting: Setting
        /// As it was written; nil when it is not set.
        let text: String?
        let origin: Origin
    }

    /// All settings in the order of the table.
    let values: [Value]
    /// The same, read.
    let deployment: Deployment
    /// What does not keep the server from running.
    let warnings: [Finding]

    private struct Given {
        let setting: Setting
        let text: String
        let origin: Origin
    }

    /// - Parameters:
    ///   - options: what was given on the command line.
    ///   - environment: all variables; those that are empty count as not given.
    ///   - path: the configuration file; nil when there is none.
    /// - Throws: `Refusal` with every problem of all three, also of values that others overrule.
    init(options: [(setting: Setting, text: String)], environment: [String: String], path: String?) throws(Refusal) {
        var problems: [Finding] = []
        var warnings: [Finding] = []
        var given: [Given] = []
        if let path {
            let file = ConfigurationFile(
                try LocalFile.read(path, limit: ConfigurationFile.largest), path: path, known: Setting.all.map(\.key))
            problems += file.problems
            for entry in file.entries {
                guard let setting = Setting.all.first(where: { $0.key == entry.key }) else { continue }
                given.append(Given(setting: setting, text: entry.value, origin: .file(path: path, line: entry.line)))
            }
            warnings += Self.exposure(path, given)
        }
        for setting in Setting.all {
            guard let text = environment[setting.variable], !text.isEmpty else { continue }
            given.append(Given(setting: setting, text: text, origin: .environment(variable: setting.variable)))
        }
        warnings += Self.strangers(environment)
        given += options.map { Given(setting: $0.setting, text: $0.text, origin: .option($0.setting.option)) }
        warnings += options.filter { $0.setting.isSecret && $0.setting.shown($0.text) != $0.text }.map { option in
            Finding(
                .secretExposed, .warning, at: option.setting.option,
                "Kata sandi di baris perintah terlihat di daftar proses. Tulis di berkas konfigurasi atau di \(option.setting.variable).")
        }
        problems += given.compactMap(Self.problem)
        guard problems.isEmpty else { throw Refusal(problems) }

        var deployment = Deployment()
        var values: [Value] = []
        for setting in Setting.all {
            let last = given.last { $0.setting.key == setting.key }
            let value = Value(setting: setting, text: last?.text ?? setting.initial, origin: last?.origin ?? .initial)
            if let text = value.text { try? setting.apply(text, &deployment) }
            values.append(value)
        }
        let conflicts = deployment.conflicts.map { conflict in
            let places = values.filter { conflict.keys.contains($0.setting.key) && $0.origin != .initial }.map(\.origin.text)
            return Finding.error(.settingsConflict, at: places.joined(separator: ", "), conflict.message)
        }
        guard conflicts.isEmpty else { throw Refusal(conflicts) }
        self.values = values
        self.deployment = deployment
        self.warnings = warnings
    }

    private static func problem(_ given: Given) -> Finding? {
        var scratch = Deployment()
        do throws(UnusableValue) {
            try given.setting.apply(given.text, &scratch)
            return nil
        } catch {
            let shown = given.setting.isSecret ? "" : " “\(given.text.prefix(80))”"
            return .error(.settingOutOfRange, at: given.origin.text, "Nilai \(given.setting.key)\(shown) \(error.rule).")
        }
    }

    /// Variables that look like ours and mean nothing. No error: container platforms make such names by themselves.
    private static func strangers(_ environment: [String: String]) -> [Finding] {
        let known = Set(Setting.all.map(\.variable) + [SettingOptions.fileVariable])
        return environment.keys.filter { $0.hasPrefix("ZONA_") && !known.contains($0) }.sorted().map { name in
            Finding(
                .unknownSetting, .warning, at: String(name.prefix(80)),
                "Variabel ini tidak dikenal dan tidak dipakai. Lihat daftarnya dengan `zona config show --format json`.")
        }
    }

    /// A password that others on the machine can read.
    private static func exposure(_ path: String, _ given: [Given]) -> [Finding] {
        var status = stat()
        guard given.contains(where: { $0.setting.isSecret }), stat(path, &status) == 0, status.st_mode & 0o004 != 0 else { return [] }
        return [
            Finding(
                .secretExposed, .warning, at: path,
                "Berkas ini berisi kata sandi dan dapat dibaca semua pengguna mesin. Jalankan: chmod o-r \(path)")
        ]
    }
}

extension SettingResolution.Origin {
    /// The kind of place, as `zona config show` names it.
    var kind: String {
        switch self {
        case .initial: "bawaan"
        case .file: "berkas"
        case .environment: "lingkungan"
        case .option: "opsi"
        }
    }

    /// The place itself; empty for a built-in value.
    var text: String {
        switch self {
        case .initial: ""
        case .file(let path, let line): "\(path) baris \(line)"
        case .environment(let variable): variable
        case .option(let name): name
        }
    }
}
