import Glibc
import Rulebook

/// Whether files can be made in a folder. Tried rather than asked: a full disk or one mounted for reading only is found
/// as well as a missing right.
enum WritableFolder {
    /// - Throws: `Refusal`
    static func check(_ path: String) throws(Refusal) {
        // Where there is no folder, its rights are not what is wrong.
        guard access(path, F_OK) == 0 else {
            throw Refusal(.unreadableFile, at: path, "Folder data tidak ada. Buat folder itu atau periksa namanya.")
        }
        let trial = "\(path)/.zona-tulis-\(getpid())"
        let descriptor = open(trial, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            let why =
                switch errno {
                case EACCES, EPERM: "pengguna yang menjalankan Zona tidak boleh menulis di sana"
                case EROFS: "media itu hanya untuk dibaca"
                case ENOSPC, EDQUOT: "media penyimpanan penuh"
                case ENOENT: "sistem tidak memperbolehkan berkas di sana"
                case let other: String(cString: strerror(other))
                }
            throw Refusal(
                .folderNotWritable, at: path, "Folder data tidak dapat ditulisi: \(why). Periksa pemilik dan izinnya, atau pilih folder lain.")
        }
        close(descriptor)
        unlink(trial)
    }
}
