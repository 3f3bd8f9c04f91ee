import Markup
import Rulebook

/// Addresses of the declaration and the selection.
extension SitePath {
    static let employeeStep = "pegawai"

    static func stage(_ agency: AgencyID, _ candidacy: CandidacyID, _ steps: String...) -> Address {
        Address(["instansi", agency.text, "pencalonan", candidacy.text] + steps)
    }

    static let stagePattern = "/instansi/:\(agencyStep)/pencalonan/:\(candidacyStep)"
}

/// What is done with the declaration of a candidacy.
enum DeclarationAction: String, CaseIterable, Sendable {
    case event = "acara"
    case employee = "pegawai-baru"
    case employees = "pegawai-banyak"
    case sign = "tanda-tangan"
    case readiness = "kesiapan"
    case withdrawReadiness = "tarik-kesiapan"
    case print = "cetak"
}

/// What is done with one employee of the roll.
enum EmployeeAction: String, CaseIterable, Sendable {
    case change = "ubah"
    case paper = "kertas"
    case remove = "batalkan"
    case erase = "hapus-nama"
}

/// What is done with the working group of a year.
enum WorkingGroupAction: String, CaseIterable, Sendable {
    case decree = "kelompok-kerja"
    case addMember = "anggota-baru"
    case removeMember = "anggota-keluar"
}
