import ArgumentParser
import Documents
import InstrumentFiles
import Rulebook

/// `zona sheet new | convert`
struct SheetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sheet", abstract: "Buat lembar kosong atau ubah bentuk lembar yang sudah diisi.",
        subcommands: [New.self, Convert.self])

    struct New: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tulis buku kerja kosong yang dapat diisi tanpa jaringan.")

        @OptionGroup var instrument: InstrumentOptions

        @Option(help: ArgumentHelp("Berkas .xlsx yang ditulis.", valueName: "berkas"))
        var output: String

        @OptionGroup var replacing: ReplaceOption

        func validate() throws {
            if instrument.instrument == nil { throw ValidationError("Sebutkan --instrument, misalnya permenpanrb-90-2021.") }
            guard output.lowercased().hasSuffix(".xlsx") else {
                throw ValidationError("Lembar kosong adalah buku kerja: akhiran berkas keluaran harus .xlsx.")
            }
        }

        func run() throws {
            try refusing {
                () throws(Refusal) in
                try replacing.check(output)
                let (library, id) = try instrument.load()
                let bytes = try TemplateWorkbook.write(try library.instrument(id ?? ""), answers: nil)
                try LocalFile.write(bytes, to: output, replacing: replacing.replace)
                Terminal.write("Lembar kosong ditulis ke \(output).\n")
            }
        }
    }

    struct Convert: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Ubah lembar ke CSV, JSON, atau buku kerja Zona; bentuknya dari akhiran nama.")

        @Argument(help: ArgumentHelp("Berkas LKE.", valueName: "berkas"))
        var file: String

        @OptionGroup var instrument: InstrumentOptions

        @Option(help: ArgumentHelp("Berkas yang ditulis: .csv, .json, atau .xlsx.", valueName: "berkas"))
        var output: String

        @OptionGroup var replacing: ReplaceOption

        func validate() throws {
            guard ["csv", "json", "xlsx"].contains(ending) else {
                throw ValidationError("Akhiran berkas keluaran harus .csv, .json, atau .xlsx.")
            }
        }

        private var ending: String { output.split(separator: ".").last.map { $0.lowercased() } ?? "" }

        func run() throws {
            try refusing {
                () throws(Refusal) in
                try replacing.check(output)
                let (library, id) = try instrument.load()
                let reading = try SheetFile.read(
                    try LocalFile.read(file, limit: SheetFile.largestFile), from: library, instrument: id)
                let bytes: [UInt8]
                switch ending {
                case "csv": bytes = Array(SheetExport.csv(reading.sheet).utf8)
                case "json": bytes = Array(SheetExport.json(reading.sheet).utf8)
                default: bytes = try TemplateWorkbook.write(reading.sheet.instrument, answers: reading.sheet)
                }
                try LocalFile.write(bytes, to: output, replacing: replacing.replace)
                for finding in reading.allFindings {
                    Terminal.writeError("  \(finding.code.rawValue)  \(finding.location): \(finding.message)\n")
                }
                Terminal.write("Ditulis ke \(output).\n")
            }
        }
    }
}
