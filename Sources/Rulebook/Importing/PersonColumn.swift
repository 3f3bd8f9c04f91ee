/// The columns of a table of people.
public enum PersonColumn: ImportColumn {
    case name, nip, email, role, unit, from, until

    /// What it is called.
    public var title: String {
        switch self {
        case .name: "nama"
        case .nip: "nip"
        case .email: "surel"
        case .role: "peran"
        case .unit: "unit"
        case .from: "mulai"
        case .until: "sampai"
        }
    }

    /// What else it may be called.
    public var synonyms: Set<String> {
        switch self {
        case .name: ["nama lengkap", "nama pegawai", "nama orang"]
        case .nip: ["nomor induk pegawai", "nip baru"]
        case .email: ["email", "e mail", "surel dinas", "email dinas", "alamat surel"]
        case .role: ["role", "nama peran"]
        case .unit: ["kode unit", "kode unit kerja", "unit kerja", "kode satker"]
        case .from: ["tanggal mulai", "mulai tanggal", "sejak", "tmt"]
        case .until: ["tanggal selesai", "sampai tanggal", "selesai", "hingga", "berakhir"]
        }
    }

    /// Whether the table must have it.
    public var isRequired: Bool { self == .name }
}
