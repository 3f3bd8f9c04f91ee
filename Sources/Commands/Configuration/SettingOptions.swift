import ArgumentParser
import FoundationEssentials
import Rulebook

/// The options of all settings. They are kept as typed: file, environment and options are read by the same rules.
struct SettingOptions: ParsableArguments {
    /// Names the configuration file where no option does.
    static let fileVariable = "ZONA_CONFIG"

    @Option(help: ArgumentHelp("Berkas konfigurasi: satu `kunci = nilai` tiap baris, # untuk catatan.", valueName: "berkas"))
    var config: String?

    @Option(.host) var host: String?
    @Option(.port) var port: String?
    @Option(.publicURL) var publicURL: String?
    @Option(.data) var data: String?
    @Option(.database) var database: String?
    @Option(.certificate) var certificate: String?
    @Option(.key) var key: String?
    @Option(.strictTransport) var strictTransport: String?
    @Option(.trustedProxies) var trustedProxies: String?
    @Option(.proxyHeaders) var proxyHeaders: String?
    @Option(.metricsHost) var metricsHost: String?
    @Option(.metricsPort) var metricsPort: String?
    @Option(.logLevel) var logLevel: String?
    @Option(.upload) var upload: String?
    @Option(.document) var document: String?
    @Option(.uploadMemory) var uploadMemory: String?
    @Option(.checksAtOnce) var checksAtOnce: String?
    @Option(.waitingChecks) var waitingChecks: String?
    @Option(.connections) var connections: String?
    @Option(.idle) var idle: String?
    @Option(.uploadTime) var uploadTime: String?
    @Option(.stop) var stop: String?
    @Option(.drain) var drain: String?
    @Option(.sessionIdle) var sessionIdle: String?
    @Option(.sessionLimit) var sessionLimit: String?
    @Option(.signing) var signing: String?

    private var given: [(setting: Setting, text: String)] {
        let all: [(Setting, String?)] = [
            (.host, host), (.port, port), (.publicURL, publicURL), (.data, data), (.database, database),
            (.certificate, certificate), (.key, key), (.strictTransport, strictTransport), (.trustedProxies, trustedProxies),
            (.proxyHeaders, proxyHeaders), (.metricsHost, metricsHost), (.metricsPort, metricsPort), (.logLevel, logLevel),
            (.upload, upload), (.document, document), (.uploadMemory, uploadMemory), (.checksAtOnce, checksAtOnce), (.waitingChecks, waitingChecks),
            (.connections, connections), (.idle, idle), (.uploadTime, uploadTime), (.stop, stop), (.drain, drain),
            (.sessionIdle, sessionIdle), (.sessionLimit, sessionLimit), (.signing, signing),
        ]
        return all.compactMap { setting, text in text.map { (setting, $0) } }
    }

    /// The file that is read: that of the option, or of the variable.
    var path: String? {
        let named = ProcessInfo.processInfo.environment[Self.fileVariable] ?? ""
        return config ?? (named.isEmpty ? nil : named)
    }

    /// Lays options, environment, file and built-in values over each other. What is wrong is written to standard error.
    ///
    /// - Throws: exit code 64 when only options are wrong, 65 when a file or variable is.
    func resolve() throws -> SettingResolution {
        do throws(Refusal) {
            let resolution = try SettingResolution(
                options: given, environment: ProcessInfo.processInfo.environment, path: path)
            if !resolution.warnings.isEmpty { Terminal.writeError("Perhatian:\n" + Refusal(resolution.warnings).lines) }
            return resolution
        } catch {
            Terminal.writeError("Konfigurasi tidak dapat dipakai:\n" + error.lines)
            throw ExitCode(error.findings.allSatisfy { $0.location.hasPrefix("--") } ? ExitStatus.usage : error.exitStatus)
        }
    }
}

extension Option where Value == String? {
    /// The option of a setting.
    init(_ setting: Setting) {
        let initial = setting.initial.map { " (bawaan: \($0))" } ?? ""
        self.init(
            name: .customLong(setting.key), help: ArgumentHelp("\(setting.meaning)\(initial)", valueName: setting.valueName))
    }
}
