import ArgumentParser
import Journaling
import Relational
import Rulebook
import Service

/// `zona check`
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Periksa keutuhan basis data, susunannya, kunci, dan setiap jurnal.",
        discussion: "Membaca semuanya, jadi lama pada basis data besar. Server boleh tetap menyala. Kode keluar 65 bila ada yang tidak utuh.")

    @OptionGroup(title: "Letak data") var storage: StorageOptions

    func run() async throws {
        let installation = try await storage.openCurrent()
        let database = installation.database
        let isSound = try await StorageRefusal.exiting(at: installation.place) {
            var isSound = true
            func tell(_ part: String, _ problems: [String]) {
                Terminal.write("\(problems.isEmpty ? "utuh " : "RUSAK") \(part)\n")
                for problem in problems.prefix(20) { Terminal.write("      \(problem)\n") }
                if problems.count > 20 { Terminal.write("      dan \(problems.count - 20) lainnya\n") }
                if !problems.isEmpty { isSound = false }
            }
            tell("basis data", try await database.integrityProblems())
            let key = try await key(installation)
            tell("kunci server", key.problems)
            for chain in try await JournalCheck.all(in: database, key: key.verifying) {
                var problems = chain.report.faults.filter { !Self.isYoung(chain.report) || $0.fault != .unsigned }
                    .map { "baris \($0.line): \($0.fault.sentence)" }
                problems += chain.misfiled.map { "catatan \($0): kolom untuk mencari dan membuktikannya tidak sesuai dengan isinya." }
                problems += chain.wrongNodes.map { "simpul \($0.index) pada tingkat \($0.level) pohon jurnal tidak sesuai dengan catatan di bawahnya." }
                if !chain.isHeadWhole { problems.append("Ujung jurnal tidak cocok dengan isinya.") }
                if !chain.isBegun { problems.append("Instansi ini terdaftar, tetapi jurnalnya tidak berisi satu catatan pun; pendaftarannya sendiri seharusnya tercatat.") }
                tell("jurnal \(chain.agency) (\(chain.report.entries) catatan)", problems)
            }
            return isSound
        }
        await database.close()
        guard isSound else {
            Terminal.writeError(
                "Ada yang tidak utuh (\(FindingCode.storageDamaged.rawValue)). Simpan salinan apa adanya, lalu pulihkan cadangan terakhir yang utuh.\n")
            throw ExitCode(ExitStatus.refused)
        }
        Terminal.write("Semua utuh.\n")
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
