import ArgumentParser
import Journaling
import Relational
import Rulebook
import Service

/// `zona check`
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Periksa keutuhan basis data, susunannya, kunci, isi dokumen, setiap jurnal, dan berkas instansi di folder data.",
        discussion: "Membaca semuanya, jadi lama pada basis data besar. Server boleh tetap menyala. Kode keluar 65 bila ada yang tidak utuh.")

    @Flag(help: "Buang isi dokumen yang tidak dipakai dokumen mana pun dan berumur lebih dari sehari.")
    var sweep = false

    @OptionGroup(title: "Letak data") var storage: StorageOptions

    func run() async throws {
        let installation = try await storage.openCurrent()
        let database = installation.database
        let files = Self.unusableFiles(installation)
        let isSound = try await StorageRefusal.exiting(at: installation.place) {
            var isSound = Self.tell("basis data", try await database.integrityProblems())
            let key = try await self.key(installation)
            isSound = Self.tell("kunci server", key.problems) && isSound
            if installation.folder != nil {
                Self.tell("instrumen dan kata-kata instansi", files.map { "\($0.code.rawValue)  \($0.location): \($0.message)" })
            }
            let documents = try await self.documents(installation)
            isSound = Self.tell("isi dokumen (\(documents.contents) isi, \(documents.bytes) bita)", documents.problems) && isSound
            if documents.orphans > 0 {
                let way = sweep ? "dibuang" : "sisa kiriman yang terputus; buang dengan --sweep"
                Terminal.write("      \(documents.orphans) isi tidak dipakai dokumen mana pun (\(way))\n")
            }
            for chain in try await JournalCheck.all(in: database, key: key.verifying) {
                let part = "jurnal \(chain.agency) (\(chain.report.entries) catatan)"
                isSound = Self.tell(part, Self.problems(chain), notes: Self.notes(chain.report)) && isSound
            }
            return isSound
        }
        await database.close()
        if !isSound {
            Terminal.writeError(
                "Ada yang tidak utuh (\(FindingCode.storageDamaged.rawValue)). Simpan salinan apa adanya, lalu pulihkan cadangan terakhir yang utuh.\n")
        }
        if let first = files.first {
            Terminal.writeError(
                "Ada berkas instansi yang tidak dapat dipakai (\(first.code.rawValue)). zona serve tidak menyala sebelum berkas itu diperbaiki atau dipindahkan.\n"
            )
        }
        guard isSound, files.isEmpty else { throw ExitCode(ExitStatus.refused) }
        Terminal.write("Semua utuh.\n")
    }

    /// Reads every content of a document.
    private func documents(_ installation: Installation) async throws -> DocumentContents.Report {
        let contents = DocumentContents(installation.database, folder: installation.folder.map { "\($0)/\(Installation.documents)" })
        return try await contents.check(at: MachineTime.now, sweeping: sweep)
    }

    /// Writes how one part stands, and tells whether it is whole.
    @discardableResult
    private static func tell(_ part: String, _ problems: [String], notes: [String] = []) -> Bool {
        Terminal.write("\(problems.isEmpty ? "utuh " : "RUSAK") \(part)\n")
        for problem in problems.prefix(20) { Terminal.write("      \(problem)\n") }
        if problems.count > 20 { Terminal.write("      dan \(problems.count - 20) lainnya\n") }
        for note in notes { Terminal.write("      Perhatikan: \(note)\n") }
        return problems.isEmpty
    }

    private static func problems(_ chain: JournalCheck) -> [String] {
        var problems = chain.report.faults.filter { !isYoung(chain.report) || $0.fault != .unsigned }
            .map { "baris \($0.line): \($0.fault.sentence)" }
        problems += chain.misfiled.map { "catatan \($0): kolom untuk mencari dan membuktikannya tidak sesuai dengan isinya." }
        problems += chain.wrongNodes.map { "simpul \($0.index) pada tingkat \($0.level) pohon jurnal tidak sesuai dengan catatan di bawahnya." }
        if !chain.isHeadWhole { problems.append("Ujung jurnal tidak cocok dengan isinya.") }
        if !chain.isBegun {
            problems.append("Instansi ini terdaftar, tetapi jurnalnya tidak berisi satu catatan pun; pendaftarannya sendiri seharusnya tercatat.")
        }
        return problems
    }

    /// What no signature reaches is whole only as far as it agrees with itself; also a chain whose signatures were all
    /// removed looks so.
    private static func notes(_ report: JournalReport) -> [String] {
        let open = report.entries - report.covered
        guard open > 0 else { return [] }
        return [
            "\(open) dari \(report.entries) catatan tidak dicakup tanda tangan; perubahan padanya belum tentu ketahuan. Jalankan zona serve agar ditandatangani."
        ]
    }

    /// What is wrong with the instruments and wordings of the data folder, as `zona serve` would refuse them.
    private static func unusableFiles(_ installation: Installation) -> [Finding] {
        guard let folder = installation.folder else { return [] }
        do throws(Refusal) {
            try ZonaServer.check(try DataFolder(folder).library())
            return []
        } catch { return error.findings }
    }

    /// Whether a journal is so new that the server had no occasion to sign it: begun within a day, and never signed.
    private static func isYoung(_ report: JournalReport) -> Bool {
        report.checkpoints == 0 && MachineTime.now - (report.firstTime ?? 0) < 86_400_000
    }

    /// The key of this machine, and what is wrong with the key files.
    private func key(_ installation: Installation) async throws -> (verifying: VerifyingKey?, problems: [String]) {
        guard installation.folder != nil else { return (nil, []) }
        let folder = try installation.keyFolder(creating: false)
        var problems: [String] = []
        for name in ["rahasia", "jurnal"] {
            let file = KeyFile("\(folder)/\(name)")
            do throws(Refusal) { _ = try file.read() } catch { problems += error.findings.map { "\(name): \($0.message)" } }
        }
        guard let keys = try? JournalKeys(KeyFile("\(folder)/jurnal")) else { return (nil, problems) }
        if case .other(let newest) = try await keys.standing(in: installation.database) {
            problems.append("jurnal: basis data memakai kunci \(newest), bukan kunci di berkas ini; server ini tidak menandatangani.")
        }
        return (keys.verifying, problems)
    }
}
