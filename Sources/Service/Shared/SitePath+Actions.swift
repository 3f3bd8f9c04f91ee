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
    // The assessment by TPI
    case matrix = "matriks"
    // Standings
    case standings = "keadaan"
    // Documents
    case documents = "dokumen"
    // Overview
    case overview = "ikhtisar"
    // Files in and out
    case importing = "impor"
    case unitsAsText = "unit.csv"
    case unitsAsWorkbook = "unit.xlsx"
    case peopleAsText = "akun.csv"
    case peopleAsWorkbook = "akun.xlsx"
}

/// What is done with a document.
enum DocumentAction: String, CaseIterable, Sendable {
    case content = "berkas"
    case withdraw = "tarik"
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
    // Standings and the life of units
    case standings = "keadaan"
    case profile = "data-unit"
    case merge = "gabung"
    case eligibility = "syarat"
    // Documents
    case documents = "dokumen"
}

/// What is seen and done in an assessment.
enum AssessmentAction: String, CaseIterable, Sendable {
    case team = "tim"
    case interests = "benturan"
    case comparison = "banding"
    case report = "laporan"
    case signing = "sahkan"
}

/// What is done with a version of a sheet.
enum SheetAction: String, CaseIterable, Sendable {
    case handIn = "serahkan"
    case answers = "jawaban.csv"
}

/// What is done with a file that was sent to be imported.
enum ImportAction: String, CaseIterable, Sendable {
    case carryOut = "laksanakan"
    case discard = "buang"
    case links = "tautan.csv"
}
