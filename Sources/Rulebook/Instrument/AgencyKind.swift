/// What an agency is. Raw values stand in the database, the journal and instrument files and never change.
///
/// Clause: PermenPANRB 5/2024 Lampiran II Bab II.A, Tabel 5 asks ministries and institutions for more than local governments.
public enum AgencyKind: String, CaseIterable, Hashable, Sendable {
    /// A ministry.
    case ministry = "kementerian"
    /// A central institution that is no ministry.
    case institution = "lembaga"
    /// The government of a province.
    case province = "provinsi"
    /// The government of a regency.
    case regency = "kabupaten"
    /// The government of a city.
    case city = "kota"

    /// What people read, in Indonesian.
    public var name: String {
        switch self {
        case .ministry: "Kementerian"
        case .institution: "Lembaga"
        case .province: "Pemerintah provinsi"
        case .regency: "Pemerintah kabupaten"
        case .city: "Pemerintah kota"
        }
    }

    /// Whether it is a local government (pemerintah daerah).
    public var isLocal: Bool {
        switch self {
        case .ministry, .institution: false
        case .province, .regency, .city: true
        }
    }
}
