/// Where an account stands.
enum AccountState: String, Sendable {
    case invited = "diundang"
    case active = "aktif"
    case closed = "ditutup"
}
