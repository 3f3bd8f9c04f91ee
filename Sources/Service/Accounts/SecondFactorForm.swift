import Markup

/// The names of the fields around the second factor.
enum SecondFactorForm {
    /// Six digits of the app, or a recovery code.
    static let code = "kode"
    /// The offered key, sealed.
    static let offer = "tawaran"

    /// A page of the second factor that remembers where somebody was going.
    static func address(_ path: SitePath, wanted: Address?) -> Address {
        wanted.map { path.address.query(SitePath.wanted, $0.text) } ?? path.address
    }

    /// Carries on where somebody was going.
    static func hidden(wanted: Address?) -> HTML? {
        wanted.map { "<input type=\"hidden\" name=\"\(SitePath.wanted)\" value=\"\($0.text)\">" }
    }
}
