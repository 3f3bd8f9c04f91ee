/// What can happen, as the journal names it. A word is never given a second meaning.
enum FactKind: String, CaseIterable, Sendable {
    // Accounts
    case accountInvited = "akun-diundang"
    case accountActivated = "akun-diaktifkan"
    case accountClosed = "akun-ditutup"
    case personCorrected = "data-diri-dikoreksi"
    case personExported = "data-diri-diunduh"
    case personErased = "data-diri-dihapus"
    case linkIssued = "tautan-dibuat"
    case linkWithdrawn = "tautan-ditarik"
    case approvalRequested = "persetujuan-diminta"
    case approvalGiven = "persetujuan-diberikan"
    case approvalDeclined = "persetujuan-ditolak"
    case approvalWithdrawn = "persetujuan-dibatalkan"

    // Signing in
    case signedIn = "masuk"
    case sessionEnded = "sesi-diakhiri"
    case sessionsEnded = "sesi-akun-diakhiri"
    case passwordChanged = "sandi-diganti"
    case secondFactorEnrolled = "faktor-kedua-dipasang"
    case secondFactorRemoved = "faktor-kedua-dilepas"
    case recoveryCodesMade = "kode-pemulihan-dibuat"
    case recoveryCodeUsed = "kode-pemulihan-dipakai"

    // Roles
    case roleGranted = "peran-diberikan"
    case roleRevoked = "peran-dicabut"
    case secondFactorRequired = "faktor-kedua-diwajibkan"

    // Agencies and units
    case agencyCreated = "instansi-dibuat"
    case agencyChanged = "instansi-diubah"
    case unitCreated = "unit-dibuat"
    case unitChanged = "unit-diubah"
    case unitClosed = "unit-ditutup"

    // The installation
    case installationBegun = "instalasi-dimulai"
    case journalKeyRotated = "kunci-jurnal-diganti"
    case journalExported = "jurnal-diunduh"
    case backupRestored = "cadangan-dipulihkan"

    /// What happened, as a sentence begins in the list of the journal.
    var title: String {
        switch self {
        case .accountInvited: "Akun diundang"
        case .accountActivated: "Akun diaktifkan"
        case .accountClosed: "Akun ditutup"
        case .personCorrected: "Data diri dikoreksi"
        case .personExported: "Data diri diunduh"
        case .personErased: "Data diri dihapus"
        case .linkIssued: "Tautan sekali pakai dibuat"
        case .linkWithdrawn: "Tautan sekali pakai ditarik"
        case .approvalRequested: "Persetujuan orang kedua diminta"
        case .approvalGiven: "Orang kedua menyetujui"
        case .approvalDeclined: "Orang kedua menolak"
        case .approvalWithdrawn: "Permintaan dibatalkan oleh pengaju"
        case .signedIn: "Masuk"
        case .sessionEnded: "Sesi diakhiri"
        case .sessionsEnded: "Semua sesi sebuah akun diakhiri"
        case .passwordChanged: "Kata sandi diganti"
        case .secondFactorEnrolled: "Faktor kedua dipasang"
        case .secondFactorRemoved: "Faktor kedua dilepas"
        case .recoveryCodesMade: "Kode pemulihan dibuat"
        case .recoveryCodeUsed: "Kode pemulihan dipakai"
        case .roleGranted: "Peran diberikan"
        case .roleRevoked: "Peran dicabut"
        case .secondFactorRequired: "Kewajiban faktor kedua diubah"
        case .agencyCreated: "Instansi dibuat"
        case .agencyChanged: "Instansi diubah"
        case .unitCreated: "Unit kerja dibuat"
        case .unitChanged: "Unit kerja diubah"
        case .unitClosed: "Unit kerja ditutup"
        case .installationBegun: "Instalasi dimulai"
        case .journalKeyRotated: "Kunci jurnal diganti"
        case .journalExported: "Seluruh jurnal diunduh"
        case .backupRestored: "Cadangan dipulihkan"
        }
    }
}
