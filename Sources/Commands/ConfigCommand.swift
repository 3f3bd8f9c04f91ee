import ArgumentParser

/// `zona config show | sample`
struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "Lihat dan periksa konfigurasi server.",
        discussion: "Yang berlaku: opsi mengalahkan variabel lingkungan, variabel mengalahkan berkas, berkas mengalahkan nilai bawaan.",
        subcommands: [Show.self, Sample.self])

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Pengaturan yang berlaku dan asalnya; kata sandi disamarkan.")

        @Option(help: ArgumentHelp("Bentuk keluaran: text atau json.", valueName: "bentuk"))
        var format = Format.text

        @OptionGroup(title: "Pengaturan")
        var settings: SettingOptions

        func run() throws {
            let report = ConfigurationReport(try settings.resolve(), file: settings.path)
            Terminal.write(format == .json ? JSONOutput.text(report, onOneLine: false) : report.text)
        }
    }

    struct Sample: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Berkas konfigurasi untuk dimulai: semua pengaturan sebagai catatan.")

        func run() throws {
            Terminal.write(ConfigurationSample.text)
        }
    }
}
