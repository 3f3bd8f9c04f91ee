import Journaling

/// What a verification found, for people and for programs.
struct JournalResult: Encodable {
    /// One thing that is wrong.
    struct Fault: Encodable {
        let line: Int
        let entry: Int?
        let code: String
        let message: String
    }

    /// What is worth knowing, but not wrong.
    struct Remark: Encodable {
        let code: String
        let message: String
    }

    /// What to keep of a sound file.
    struct Kept: Encodable {
        let size: Int
        let root: String
    }

    let file: String
    let isSound: Bool
    let kind: String?
    let chain: String?
    let lines: Int
    let entries: Int
    let openings: Int
    let checkpoints: Int
    let covered: Int
    let keys: [String]
    let faultCount: Int
    let faults: [Fault]
    let remarks: [Remark]
    let kept: Kept?

    init(file: String, report: JournalReport) {
        self.file = file
        isSound = report.isSound
        kind = report.kind?.rawValue
        chain = report.chain?.text
        lines = report.lines
        entries = report.entries
        openings = report.openings
        checkpoints = report.checkpoints
        covered = report.covered
        keys = report.keys.map(\.hex)
        faultCount = report.faultCount
        faults = report.faults.map {
            Fault(line: $0.line, entry: $0.fault.entry, code: $0.fault.code, message: $0.fault.sentence)
        }
        remarks = report.remarks.map { Remark(code: $0.code, message: $0.sentence) }
        kept = report.keptHead.map { Kept(size: $0.size, root: $0.root.hex) }
    }

    /// For people.
    var text: String {
        var text = isSound ? Terminal.styled("Utuh", .good) : Terminal.styled("Tidak utuh", .bad)
        text += ": \(file)\n"
        if let kind, let chain { text += "  \(Self.name(of: kind)) rantai \(chain)\n" }
        if kind == JournalFileKind.journal.rawValue {
            text += "  \(entries) catatan, \(covered) dicakup tanda tangan; \(checkpoints) titik periksa, \(openings) pembuka\n"
        } else if isSound {
            text += "  dicakup tanda tangan atas \(covered) catatan\n"
        }
        for fault in faults {
            text += "  baris \(fault.line)\(fault.entry.map { ", catatan \($0)" } ?? ""): \(fault.message) [\(fault.code)]\n"
        }
        if faultCount > faults.count { text += "  dan \(faultCount - faults.count) kesalahan lain\n" }
        for remark in remarks { text += "  Perhatikan: \(remark.message)\n" }
        if let key = keys.last { text += "  Kunci: \(key)\n" }
        if let kept { text += "  Simpan untuk pemeriksaan berikutnya: --kept \(kept.size):\(kept.root)\n" }
        return text
    }

    private static func name(of kind: String) -> String {
        switch JournalFileKind(rawValue: kind) {
        case .entryProof: "Bukti satu catatan,"
        case .consistencyProof: "Bukti kelanjutan,"
        case .checkpoint: "Titik periksa,"
        case .journal, nil: "Jurnal,"
        }
    }
}
