import Markup

/// What a page tells about the step just done. The address names it by a word from this list, never by a text, so
/// that nobody can put words on our pages.
enum AccountMessage: String, CaseIterable, Sendable {
    case passwordChosen = "sandi"
    case signedOut = "keluar"
    case accountClosed = "ditutup"
    case passwordChanged = "sandi-diganti"
    case secondFactorRemoved = "faktor-kedua-dilepas"
    case sessionEnded = "sesi-diakhiri"
    case personCorrected = "data-diri"
    case closingRequested = "menunggu"

    /// The name of it in addresses.
    static let name = "pesan"

    var text: String {
        switch self {
        case .passwordChosen: "Kata sandi sudah dibuat. Masuk dengan kata sandi itu."
        case .signedOut: "Anda sudah keluar."
        case .accountClosed: "Akun Anda sudah ditutup. Semua sesi diakhiri."
        case .passwordChanged: "Kata sandi sudah diganti. Sesi Anda di perangkat lain diakhiri."
        case .secondFactorRemoved: "Faktor kedua sudah dilepas. Sejak sekarang Anda masuk dengan kata sandi saja."
        case .sessionEnded: "Sesi sudah diakhiri."
        case .personCorrected: "Data diri sudah diperbarui."
        case .closingRequested: "Penutupan akun menunggu persetujuan admin lain. Permintaan berlaku 24 jam."
        }
    }

    var html: HTML { "<p class=\"note met\" role=\"status\">\(text)</p>" }
}

extension SitePath {
    /// The page with a note about what was just done.
    func address(telling message: AccountMessage) -> Address {
        address.query(AccountMessage.name, message.rawValue)
    }
}
