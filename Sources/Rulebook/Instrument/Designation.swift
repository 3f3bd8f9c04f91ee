/// What a unit is proposed for.
///
/// Clause: PermenPANRB 52/2014 Bab I.C; PermenPANRB 90/2021 Pasal 1.
public enum Designation: String, CaseIterable, Hashable, Sendable {
    /// Wilayah Bebas dari Korupsi.
    case wbk
    /// Wilayah Birokrasi Bersih dan Melayani; presupposes WBK.
    case wbbm

    /// The acronym as people write it: `WBK` or `WBBM`.
    public var acronym: String { rawValue.uppercased() }
}
