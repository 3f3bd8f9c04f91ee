/// Why a file cannot be used as a backup, or none can be written there.
public enum BackupFault: Error, Hashable, Sendable {
    /// There is no file, or it cannot be read.
    case missing
    /// It is something else than a backup of this program.
    case notABackup
    /// It begins as a backup does, but its end is missing.
    case truncated
    /// Behind its end there is something more.
    case extended
    /// Its content is not what was written.
    case damaged
    /// Something is there already and is not replaced.
    case exists

    /// In English, for the log.
    public var detail: String {
        switch self {
        case .missing: "the backup is missing or cannot be read"
        case .notABackup: "the file is no backup of this program"
        case .truncated: "the end of the backup is missing"
        case .extended: "there is something behind the end of the backup"
        case .damaged: "the content of the backup is not what was written"
        case .exists: "something is there already"
        }
    }
}
