import Rulebook

/// What a file brings in. Raw values stand in the database and the journal.
enum ImportKind: String, CaseIterable, Sendable {
    case agencies = "instansi"
    case units = "unit"
    case people = "orang"

    /// What people read.
    var name: String {
        switch self {
        case .agencies: "Instansi"
        case .units: "Unit kerja"
        case .people: "Orang dan perannya"
        }
    }

    /// The columns, for the page with the form: what each is called, and what belongs there.
    var columns: [(title: String, hint: String)] {
        switch self {
        case .agencies:
            [("kode", "wajib; huruf, angka, titik, atau tanda hubung"), ("nama", "wajib"), ("zona", "WIB, WITA, atau WIT; kosong berarti tidak diubah")]
        case .units:
            [
                ("kode", "wajib; penanda unit di instansi ini"), ("nama", "wajib"),
                ("induk", "kode unit di atasnya; kosong berarti langsung di bawah instansi. Tanpa kolom ini letak unit tidak diubah"),
            ]
        case .people:
            [
                ("nama", "wajib; boleh dengan gelar"), ("nip", "18 angka, diformat sebagai teks"),
                ("surel", "surel dinas; NIP, surel, atau keduanya harus ada"),
                ("peran", "misalnya Anggota unit kerja; kosong berarti tanpa peran baru"), ("unit", "kode unit, untuk peran pada unit"),
                ("mulai", "hari pertama peran; kosong berarti hari ini"), ("sampai", "hari terakhir peran; kosong berarti tanpa batas"),
            ]
        }
    }

    /// Asks the policy whether the person may bring this in at all.
    ///
    /// - Throws: `Refusal` of code `accessDenied`.
    @discardableResult
    func require(in agency: AgencyID, by identity: Identity, at now: Timestamp) throws(Refusal) -> JournalFact.Actor {
        switch self {
        // The nation's list is brought in at the nation only; about any other agency the policy denies it.
        case .agencies: try identity.require(.createAgency, on: agency.target, at: now)
        case .units: try identity.require(.createUnit, on: agency.target, at: now)
        case .people: try identity.require(.inviteAccount, on: agency.target, at: now)
        }
    }

    /// What a visitor may bring into an agency.
    static func offered(in agency: AgencyID, to visitor: Visitor) -> [ImportKind] {
        visitor.identity.map { offered(in: agency, to: $0, at: visitor.now) } ?? []
    }

    /// What a person may bring into an agency.
    static func offered(in agency: AgencyID, to identity: Identity, at now: Timestamp) -> [ImportKind] {
        allCases.filter { kind in
            // People of the nation are few and have key roles, which a file cannot give.
            guard agency != .nation || kind == .agencies else { return false }
            return (try? kind.require(in: agency, by: identity, at: now)) != nil
        }
    }
}
