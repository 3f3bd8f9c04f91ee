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
    /// Where a statement about an agency or a unit is revoked.
    case standingRevocation(AgencyID, StandingID)
    /// One entry of the journal with its proof.
    case journalEntry(AgencyID, Int64)
    case journalProof(AgencyID, Int64)
    /// The signed state of the journal over so many entries, as a file.
    case journalCheckpoint(AgencyID, Int64)
    /// The candidacies of an agency, all or those of one stage.
    case candidacies(AgencyID, Stage?)
    case candidacy(AgencyID, CandidacyID)
    /// A step of a candidacy, and what else is done there.
    case candidacyMove(AgencyID, CandidacyID, Move)
    case candidacyAction(AgencyID, CandidacyID, CandidacyAction)
    /// The form with which a unit sets out.
    case newCandidacy(AgencyID, WorkUnitID)
    /// What a programme says, with the guidance of its areas.
    case programme(ProgrammeID)
    /// What is announced for a year.
    case announcements(AgencyID)

    // The assessment by TPI
    case assessment(AgencyID, CandidacyID)
    case assessmentAction(AgencyID, CandidacyID, AssessmentAction)
    /// Where a party's sheets are brought in.
    case sheets(AgencyID, CandidacyID, SheetParty)
    /// One version of a party's sheet.
    case sheet(AgencyID, CandidacyID, SheetParty, Int)
    case sheetAction(AgencyID, CandidacyID, SheetParty, Int, SheetAction)
    /// Where a demonstration is entered without a password; the step is a token.
    case demoLink(String)
    // Development
    case development(AgencyID, CandidacyID, DevelopmentStep)
    case plannedAction(AgencyID, CandidacyID, ActionID, PlannedActionStep)
    case reviewFinding(AgencyID, CandidacyID, ReviewFindingID)
    // Documents
    case candidacyDocuments(AgencyID, CandidacyID)
    case document(AgencyID, DocumentID)
    case documentAction(AgencyID, DocumentID, DocumentAction)
    /// The declaration of a candidacy with its roll, and what is done there.
    case declaration(AgencyID, CandidacyID)
    case declarationAction(AgencyID, CandidacyID, DeclarationAction)
    case employee(AgencyID, CandidacyID, EmployeeID)
    case employeeAction(AgencyID, CandidacyID, EmployeeID, EmployeeAction)
    /// What the working group found about a candidate.
    case selection(AgencyID, CandidacyID)
    case selectionScores(AgencyID, CandidacyID)
    /// All candidates of a year side by side, and the working group of the year.
    case comparison(AgencyID)
    case workingGroupAction(AgencyID, WorkingGroupAction)

    /// A file that waits to be imported, and what is done with it.
    case importFile(AgencyID, ImportID)
    case importAction(AgencyID, ImportID, ImportAction)

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
        case .standingRevocation(let agency, let standing):
            Address("instansi", agency.text, "keadaan", standing.text, "cabut")
        case .journalEntry(let agency, let sequence): Address("instansi", agency.text, "jurnal", String(sequence))
        case .journalProof(let agency, let sequence):
            Address("instansi", agency.text, "jurnal", String(sequence), "bukti.jsonl")
        case .journalCheckpoint(let agency, let size): Address("instansi", agency.text, "titik-periksa", "\(size).jsonl")
        // The assessment by TPI
        case .assessment(let agency, let candidacy): Self.assessment(agency, candidacy)
        case .assessmentAction(let agency, let candidacy, let action): Self.assessment(agency, candidacy, action.rawValue)
        case .sheets(let agency, let candidacy, let party): Self.assessment(agency, candidacy, "lembar", party.rawValue)
        case .sheet(let agency, let candidacy, let party, let version):
            Self.assessment(agency, candidacy, "lembar", party.rawValue, String(version))
        case .sheetAction(let agency, let candidacy, let party, let version, let action):
            Self.assessment(agency, candidacy, "lembar", party.rawValue, String(version), action.rawValue)
        // Candidacies
        case .candidacies(let agency, nil): Address("instansi", agency.text, "pencalonan")
        case .candidacies(let agency, let stage?): Address("instansi", agency.text, "pencalonan").query(Self.stageQuery, stage.rawValue)
        case .candidacy(let agency, let candidacy): Address("instansi", agency.text, "pencalonan", candidacy.text)
        case .candidacyMove(let agency, let candidacy, let move):
            Address("instansi", agency.text, "pencalonan", candidacy.text, "langkah", move.rawValue)
        case .candidacyAction(let agency, let candidacy, let action):
            Address("instansi", agency.text, "pencalonan", candidacy.text, action.rawValue)
        case .newCandidacy(let agency, let unit): Address("instansi", agency.text, "unit", unit.text, "pencalonan-baru")
        case .programme(let programme): Address("program", programme.text)
        case .announcements(let agency): Address("instansi", agency.text, "pengumuman")
        case .demoLink(let token): Address("lihat", token)
        // Development
        case .development(let agency, let candidacy, let step):
            Address(["instansi", agency.text, "pencalonan", candidacy.text] + step.rawValue.split(separator: "/").map(String.init))
        case .plannedAction(let agency, let candidacy, let action, let step):
            Address("instansi", agency.text, "pencalonan", candidacy.text, "rencana", "aksi", action.text, step.rawValue)
        case .reviewFinding(let agency, let candidacy, let finding):
            Address("instansi", agency.text, "pencalonan", candidacy.text, "monev", "temuan", finding.text)
        // Documents
        case .candidacyDocuments(let agency, let candidacy): Address("instansi", agency.text, "pencalonan", candidacy.text, "dokumen")
        case .document(let agency, let document): Address("instansi", agency.text, "dokumen", document.text)
        case .documentAction(let agency, let document, let action):
            Address("instansi", agency.text, "dokumen", document.text, action.rawValue)
        // Declaration and selection
        case .declaration(let agency, let candidacy): Self.stage(agency, candidacy, "pencanangan")
        case .declarationAction(let agency, let candidacy, let action): Self.stage(agency, candidacy, "pencanangan", action.rawValue)
        case .employee(let agency, let candidacy, let employee): Self.stage(agency, candidacy, "pencanangan", "pegawai", employee.text)
        case .employeeAction(let agency, let candidacy, let employee, let action):
            Self.stage(agency, candidacy, "pencanangan", "pegawai", employee.text, action.rawValue)
        case .selection(let agency, let candidacy): Self.stage(agency, candidacy, "pemilihan")
        case .selectionScores(let agency, let candidacy): Self.stage(agency, candidacy, "pemilihan", "nilai")
        case .comparison(let agency): Address("instansi", agency.text, "pemilihan")
        case .workingGroupAction(let agency, let action): Address("instansi", agency.text, "pemilihan", action.rawValue)
        // Imports
        case .importFile(let agency, let id): Address("instansi", agency.text, "impor", id.text)
        case .importAction(let agency, let id, let action): Address("instansi", agency.text, "impor", id.text, action.rawValue)
        }
    }

    private static func assessment(_ agency: AgencyID, _ candidacy: CandidacyID, _ steps: String...) -> Address {
        Address(["instansi", agency.text, "pencalonan", candidacy.text, "penilaian"] + steps)
    }
}
