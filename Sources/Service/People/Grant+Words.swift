import Rulebook

extension Grant {
    /// Whether the role counts on a day, as people read it.
    func standing(on day: Day) -> String {
        if hasEnded(by: day) { return "Sudah berakhir" }
        return isInForce(on: day) ? "Berlaku" : "Belum mulai"
    }
}

extension AccountState {
    /// What people read.
    var name: String {
        switch self {
        case .invited: "Diundang"
        case .active: "Aktif"
        case .closed: "Ditutup"
        }
    }
}

extension OneTimeLink.Kind {
    /// What the link is for, as people read it.
    var name: String {
        switch self {
        case .invitation: "Undangan"
        case .setUp: "Penyiapan"
        case .passwordReset: "Atur ulang kata sandi"
        case .secondFactorReset: "Atur ulang kata sandi dan faktor kedua"
        }
    }

    /// How long it is good for, as people read it.
    var term: String {
        switch self {
        case .invitation: "7 hari"
        case .setUp: "24 jam"
        case .passwordReset, .secondFactorReset: "1 jam"
        }
    }
}
