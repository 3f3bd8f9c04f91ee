import ArgumentParser
import Journaling
import Relational
import Rulebook
import Service

/// `zona journal proof`
struct JournalProofCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "proof", abstract: "Tulis bukti satu catatan, atau bukti bahwa satu keadaan jurnal melanjutkan yang lain.",
        discussion: """
            Dengan --entry: bukti bahwa catatan itu ada di jurnal, beserta data dirinya yang belum dihapus. Dengan --from dan --to: bukti
            bahwa keadaan yang lebih baru hanya menambah yang lebih lama; keduanya jumlah catatan sebuah titik periksa. Berkasnya sama
            dengan yang diunduh dari halaman jurnal, dan diperiksa dengan zona journal verify.
            """)

    @OptionGroup(title: "Letak data") var storage: StorageOptions

    @Option(help: ArgumentHelp("Kode instansi, atau nasional.", valueName: "kode"))
    var agency: String

    @Option(help: ArgumentHelp("Nomor catatan.", valueName: "nomor"))
    var entry: Int?

    @Option(help: ArgumentHelp("Jumlah catatan titik periksa yang lebih lama.", valueName: "jumlah"))
    var from: Int?

    @Option(help: ArgumentHelp("Jumlah catatan titik periksa yang lebih baru.", valueName: "jumlah"))
    var to: Int?

    @Option(name: .shortAndLong, help: ArgumentHelp("Berkas yang ditulis; - untuk keluaran baku.", valueName: "berkas"))
    var output: String

    @OptionGroup var replacing: ReplaceOption

    private enum Wanted {
        case entry(Int)
        case consistency(Int, Int)
    }

    private var wanted: Wanted? {
        switch (entry, from, to) {
        case (let entry?, nil, nil): .entry(entry)
        case (nil, let from?, let to?): .consistency(from, to)
        default: nil
        }
    }

    func validate() throws {
        switch wanted {
        case nil: throw ValidationError("Sebutkan --entry, atau --from bersama --to.")
        case .entry(let number): guard number > 0 else { throw ValidationError("--entry adalah nomor catatan, mulai dari 1.") }
        case .consistency(let from, let to):
            guard from > 0, from < to else { throw ValidationError("--from harus lebih kecil daripada --to, dan keduanya paling sedikit 1.") }
        }
    }

    func run() async throws {
        try StorageRefusal.exiting { try replacing.check(output) }
        let installation = try await storage.openCurrent()
        let database = installation.database
        do {
            try write(try await bytes(database), at: installation.place)
            await database.close()
        } catch {
            await database.close()
            try StorageRefusal.exiting(at: installation.place) { throw error }
        }
    }

    private func bytes(_ database: any Database) async throws -> [UInt8] {
        do {
            switch wanted {
            case .entry(let number): return try await JournalProof.entry(number, of: agency, in: database)
            case .consistency(let from, let to): return try await JournalProof.consistency((from, to), of: agency, in: database)
            case nil: return []
            }
        } catch is JournalExport.UnknownAgency {
            throw ValidationError("Tidak ada instansi dengan kode \(agency).")
        } catch let missing as JournalProof.Missing {
            throw ValidationError(Self.sentence(missing))
        }
    }

    private static func sentence(_ missing: JournalProof.Missing) -> String {
        switch missing {
        case .entry(let last):
            return last == 0 ? "Jurnal instansi itu belum berisi." : "Tidak ada catatan dengan nomor itu; yang terakhir bernomor \(last)."
        case .signature(let covered):
            return "Catatan itu belum ditandatangani; tanda tangan terakhir mencakup \(covered) catatan. Tunggu zona serve menandatangani, lalu ulangi."
        case .checkpoint(let size, let nearest):
            let others = nearest.isEmpty ? "" : " Yang terdekat: \(nearest.map { "\($0)" }.joined(separator: " dan "))."
            return "Tidak ada titik periksa atas \(size) catatan.\(others) Daftarnya ada di halaman titik periksa instansi."
        }
    }

    /// What would not verify is not handed out: the journal itself is then what is wrong.
    private func write(_ bytes: [UInt8], at place: String) throws {
        var verifier = JournalVerifier(trust: Trust())
        bytes.withUnsafeBytes { verifier.read($0) }
        guard let fault = verifier.finish().faults.first else {
            let file = try OutputFile(output, replacing: replacing.replace)
            try file.write(bytes)
            return try file.finish()
        }
        throw Refusal(
            .storageDamaged, at: place, "Bukti tidak dapat dibuat karena jurnal tidak utuh: \(fault.fault.sentence) Periksa dengan zona check.")
    }
}
