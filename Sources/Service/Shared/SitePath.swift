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

    /// The form for signing in; afterwards the wanted page is shown, when it is one of ours.
    case signIn(wanted: String?)
    case signOut
    /// Where the second factor is asked for.
    case secondFactor
    /// Where a second factor is enrolled.
    case secondFactorEnrolment
    /// Where a one-time link leads; the step is its token.
    case link(String)
    /// What waits for the person who is signed in.
    case desk
    /// The person's own account, and what is done there.
    case account
    case accountAction(AccountAction)
    /// The agencies one may see.
    case agencies
    case agency(AgencyID)
    case agencyAction(AgencyID, AgencyAction)
    /// One account of an agency, and what administrators do with it.
    case person(AgencyID, AccountID)
    case personAction(AgencyID, AccountID, PersonAction)
    case unit(AgencyID, WorkUnitID)
    case unitAction(AgencyID, WorkUnitID, UnitAction)
    /// One entry of the journal with its proof.
    case journalEntry(AgencyID, Int64)
    case journalProof(AgencyID, Int64)
    /// The signed state of the journal over so many entries, as a file.
    case journalCheckpoint(AgencyID, Int64)

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
        case .signIn(nil): Address("masuk")
        case .signIn(let wanted?): Address("masuk").query(Self.wanted, wanted)
        case .signOut: Address("keluar")
        case .secondFactor: Address("masuk", "faktor-kedua")
        case .secondFactorEnrolment: Address("masuk", "pasang-faktor-kedua")
        case .link(let token): Address("tautan", token)
        case .desk: Address("beranda")
        case .account: Address("akun")
        case .accountAction(let action): Address("akun", action.rawValue)
        case .agencies: Address("instansi")
        case .agency(let agency): Address("instansi", agency.text)
        case .agencyAction(let agency, let action): Address("instansi", agency.text, action.rawValue)
        case .person(let agency, let account): Address("instansi", agency.text, "akun", account.text)
        case .personAction(let agency, let account, let action):
            Address("instansi", agency.text, "akun", account.text, action.rawValue)
        case .unit(let agency, let unit): Address("instansi", agency.text, "unit", unit.text)
        case .unitAction(let agency, let unit, let action):
            Address("instansi", agency.text, "unit", unit.text, action.rawValue)
        case .journalEntry(let agency, let sequence): Address("instansi", agency.text, "jurnal", String(sequence))
        case .journalProof(let agency, let sequence):
            Address("instansi", agency.text, "jurnal", String(sequence), "bukti.jsonl")
        case .journalCheckpoint(let agency, let size): Address("instansi", agency.text, "titik-periksa", "\(size).jsonl")
        }
    }

    /// For the router; what varies is named.
    var pattern: String {
        switch self {
        case .template: "/templat/:\(Self.templateFile)"
        case .sample: SitePath.sample(nil).address.text
        case .signIn: SitePath.signIn(wanted: nil).address.text
        case .link: "/tautan/:\(Self.token)"
        case .agency: "/instansi/:\(Self.agencyStep)"
        case .agencyAction(_, let action): "/instansi/:\(Self.agencyStep)/\(action.rawValue)"
        case .person: "/instansi/:\(Self.agencyStep)/akun/:\(Self.accountStep)"
        case .personAction(_, _, let action): "/instansi/:\(Self.agencyStep)/akun/:\(Self.accountStep)/\(action.rawValue)"
        case .unit: "/instansi/:\(Self.agencyStep)/unit/:\(Self.unitStep)"
        case .unitAction(_, _, let action): "/instansi/:\(Self.agencyStep)/unit/:\(Self.unitStep)/\(action.rawValue)"
        case .journalEntry: "/instansi/:\(Self.agencyStep)/jurnal/:\(Self.sequenceStep)"
        case .journalProof: "/instansi/:\(Self.agencyStep)/jurnal/:\(Self.sequenceStep)/bukti.jsonl"
        case .journalCheckpoint: "/instansi/:\(Self.agencyStep)/titik-periksa/:\(Self.checkpointStep)"
        default: address.text
        }
    }

    // The names of the varying steps.
    static let templateFile = "berkas"
    static let token = "tautan"
    static let agencyStep = "instansi"
    static let accountStep = "akun"
    static let unitStep = "unit"
    static let sequenceStep = "nomor"
    static let checkpointStep = "titik"

    /// The name of the page that is wanted after signing in, in the address of the form.
    static let wanted = "tujuan"
}

/// What people do with their own account.
enum AccountAction: String, CaseIterable, Sendable {
    case password = "sandi"
    case secondFactor = "faktor-kedua"
    case removeSecondFactor = "faktor-kedua-lepas"
    case recoveryCodes = "kode-pemulihan"
    case endSession = "sesi"
    case endOtherSessions = "sesi-lain"
    case correction = "data-diri"
    case export = "data-diri.json"
    case close = "tutup"
}

/// What is seen and done in an agency.
enum AgencyAction: String, CaseIterable, Sendable {
    case people = "akun"
    case invite = "undang"
    case units = "unit"
    case newUnit = "unit-baru"
    case change = "ubah"
    case newAgency = "instansi-baru"
    case secondFactorRule = "wajib-faktor-kedua"
    case journal = "jurnal"
    case journalExport = "jurnal.jsonl"
    case checkpoints = "titik-periksa"
    case consistencyProof = "bukti-lanjutan.jsonl"
}

/// What administrators do with an account.
enum PersonAction: String, CaseIterable, Sendable {
    case grant = "beri-peran"
    case revoke = "cabut-peran"
    case link = "tautan"
    case withdrawLink = "tarik-tautan"
    case invitation = "undangan-ulang"
    case approve = "setujui"
    case decline = "tolak"
    case correction = "data-diri"
    case endSessions = "akhiri-sesi"
    case close = "tutup"
    case erase = "hapus-data-diri"
}

/// What administrators do with a unit.
enum UnitAction: String, CaseIterable, Sendable {
    case change = "ubah"
    case close = "tutup"
}
