import Journaling
import Rulebook

/// What facts of the declaration and the selection tell. None of them names an employee.
extension JournalSentence {
    func declaration(_ kind: FactKind?, _ content: CanonicalValue) -> String {
        let unit = content["unit"]?.text.map { "Unit \(names.unit($0))" } ?? "Instansi ini"
        let on = day(content["hari"]?.text).map { " pada \($0)" } ?? ""
        switch kind {
        case .declarationRecorded: return "\(unit): acara\(on)."
        case .readinessStated, .readinessWithdrawn: return "\(unit)."
        case .employeesListed: return "\(unit): \(content["jumlah"]?.integer ?? 0) orang."
        case .employeeChanged, .employeeErased: return "\(unit), satu orang."
        case .pactSigned: return "\(unit): \(content["cara"]?.text == "layar" ? "oleh pegawainya sendiri" : "di atas kertas")\(on)."
        case .pactSignatureRemoved: return "\(unit). Alasan: \(content["alasan"]?.text ?? "tidak dicatat")."
        case .workingGroupRecorded:
            return "Tahun \(content["tahun"]?.integer ?? 0), keputusan \(content["keputusan"]?.text ?? "")\(on)."
        case .workingGroupMemberAdded, .workingGroupMemberRemoved:
            return "Tahun \(content["tahun"]?.integer ?? 0), sebagai \(content["kedudukan"]?.text ?? "anggota")."
        case .selectionScored: return "\(unit): rapat\(on)."
        default: return ""
        }
    }
}
