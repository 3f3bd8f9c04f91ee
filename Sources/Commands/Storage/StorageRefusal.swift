import ArgumentParser
import Relational
import RelationalSQLite
import Rulebook

/// Says in Indonesian what keeps a command from its data.
enum StorageRefusal {
    /// Runs a piece of a command; what it throws is written to standard error and becomes an exit code.
    ///
    /// - Parameter place: the database or file that is worked on, for what does not name its place itself.
    /// - Throws: `ExitCode`, or errors of the argument parser as they are.
    static func exiting<T>(at place: String = "", _ body: () throws -> T) throws -> T {
        do { return try body() } catch { throw exit(for: error, place) }
    }

    /// The same for a piece that waits.
    static func exiting<T>(at place: String = "", _ body: () async throws -> T) async throws -> T {
        do { return try await body() } catch { throw exit(for: error, place) }
    }

    private static func exit(for error: any Error, _ place: String) -> any Error {
        if error is ExitCode || error is ValidationError || error is CleanExit { return error }
        let refusal =
            switch error {
            case let refusal as Refusal: refusal
            case let error as RelationalError: self.refusal(error, place)
            case let problem as SchemaProblem: self.refusal(problem, place)
            case let fault as BackupFault: self.refusal(fault, place)
            default: Refusal(.incident, at: place, "Terjadi gangguan: \(error)")
            }
        Terminal.writeError(refusal.lines)
        return ExitCode(refusal.exitStatus)
    }

    private static func refusal(_ problem: SchemaProblem, _ place: String) -> Refusal {
        let text =
            switch problem {
            case .newer(let database, let program):
                "Basis data sudah sampai langkah \(database), sedangkan program ini hanya mengenal sampai langkah \(program). Pakai Zona yang lebih baru."
            case .changed(let number, let name):
                "Langkah \(number) (\(name)) di basis data bukan langkah yang dikenal program ini. Pulihkan dari cadangan atau pakai program yang semula."
            case .gap(let number): "Langkah \(number) tidak tercatat di basis data padahal langkah sesudahnya ada. Pulihkan dari cadangan."
            case .foreignTables:
                "Basis data itu berisi tabel milik program lain. Buat basis data kosong untuk Zona, lalu sebutkan alamatnya."
            case .misnumbered, .scriptMissing: "Program ini tidak lengkap. Pasang ulang Zona."
            }
        return Refusal(.schemaUnusable, at: place, text)
    }

    private static func refusal(_ error: RelationalError, _ place: String) -> Refusal {
        switch error.kind {
        case .unavailable:
            Refusal(
                .storageUnavailable, at: place, "Basis data tidak dapat dihubungi (\(error.detail)). Periksa alamat, kata sandi, dan apakah servernya menyala.")
        case .locked, .timedOut:
            Refusal(.storageUnavailable, at: place, "Basis data sedang dipakai terlalu lama oleh yang lain (\(error.detail)). Coba lagi sebentar lagi.")
        case .full: Refusal(.storageFull, at: place, "Ruang penyimpanan habis. Kosongkan ruang, lalu ulangi; yang sudah tersimpan tetap utuh.")
        case .damaged: Refusal(.storageDamaged, at: place, "Berkas basis data rusak (\(error.detail)). Pulihkan dari cadangan dengan zona restore.")
        case .schema: Refusal(.schemaUnusable, at: place, "Susunan basis data tidak cocok dengan program ini (\(error.detail)).")
        case .unique, .foreignKey, .check, .misread, .other: Refusal(.incident, at: place, "Gangguan basis data: \(error.detail)")
        }
    }

    private static func refusal(_ fault: BackupFault, _ place: String) -> Refusal {
        let text =
            switch fault {
            case .missing: "Berkas cadangan tidak ada atau tidak dapat dibaca."
            case .notABackup: "Berkas itu bukan cadangan Zona."
            case .truncated: "Berkas cadangan terpotong; salin ulang dari tempat asalnya."
            case .extended: "Di belakang akhir cadangan masih ada isi lain yang ditambahkan; salin ulang dari tempat asalnya."
            case .damaged: "Isi berkas cadangan berubah sejak ditulis; pakai salinan lain atau cadangan sebelumnya."
            case .exists: "Di tempat tujuan sudah ada berkas; tidak ada yang ditimpa. Pilih tempat lain."
            }
        return Refusal(.backupUnusable, at: place, text)
    }
}
