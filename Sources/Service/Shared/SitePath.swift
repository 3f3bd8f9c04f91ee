import Markup
import Rulebook

/// Every address of the site, in one place.
enum SitePath {
    case home
    /// The form, and where it is sent.
    case check
    /// The verdict on the sample sheet.
    case sample(Designation?)
    /// An empty workbook to fill in.
    case template(InstrumentID)
    /// A workbook with the answers that were just checked.
    case filledWorkbook
    case styleSheet
    case icon
    case health
    case robots

    /// For links.
    var address: Address {
        switch self {
        case .home: Address()
        case .check: Address("periksa")
        case .sample(nil): Address("periksa", "contoh")
        case .sample(let designation?): Address("periksa", "contoh").query("tuju", designation.rawValue)
        case .template(let id): Address("templat", "\(id).xlsx")
        case .filledWorkbook: Address("periksa", "lembar.xlsx")
        case .styleSheet: Address("aset", "zona-\(StyleSheet.fingerprint).css")
        case .icon: Address("aset", "zona.svg")
        case .health: Address("health")
        case .robots: Address("robots.txt")
        }
    }

    /// For the router; what varies is named.
    var pattern: String {
        switch self {
        case .template: "/templat/:\(Self.templateFile)"
        case .sample: SitePath.sample(nil).address.text
        default: address.text
        }
    }

    /// The name of the varying step of ``template``.
    static let templateFile = "berkas"
}
