import Journaling
import Markup
import Rulebook

/// An entry in plain Indonesian.
struct JournalSentence: Sendable {
    let entry: JournalEntry
    let names: JournalNames

    /// What happened, in a few words.
    var title: String { FactKind(rawValue: entry.kind.text)?.title ?? "Kejadian lain (\(entry.kind.text))" }

    /// Who did it, and in what role.
    var actor: String {
        let name = names.actor(entry.actor.text)
        return role(entry.role?.text).map { "\(name), \($0)" } ?? name
    }

    /// The particulars, as far as there is more to say than the title; may be empty.
    var details: String {
        let sentence = sentence
        // A name that ends in an abbreviation, such as a degree, ends the sentence as well.
        return sentence.hasSuffix("..") ? String(sentence.dropLast()) : sentence
    }

    private var sentence: String {
        let content = entry.content
        let subject = entry.subject?.text ?? ""
        switch FactKind(rawValue: entry.kind.text) {
        case .accountInvited, .accountClosed, .personErased, .linkWithdrawn, .personCorrected, .personExported:
            return "Akun \(names.person(subject))."
        case .accountActivated:
            return "Akun \(names.person(subject)), lewat \(way(content["lewat"]?.text))."
        case .linkIssued:
            return "Untuk \(names.person(subject)): \(way(content["untuk"]?.text))."
        case .approvalRequested, .approvalGiven, .approvalDeclined, .approvalWithdrawn:
            return "Tentang akun \(names.person(subject)): \(way(content["untuk"]?.text))."
        case .signedIn: return "Dengan \(way(content["cara"]?.text))."
        case .sessionEnded:
            return content["semua_lain"] == true ? "Semua sesi lain di akun sendiri." : "Satu sesi di akun sendiri."
        case .sessionsEnded:
            return "Akun \(names.person(subject)), \(content["jumlah"]?.integer ?? 0) sesi."
        case .passwordChanged:
            return "Akun \(names.person(subject)), lewat \(way(content["lewat"]?.text))."
        case .secondFactorEnrolled, .secondFactorRemoved, .recoveryCodesMade:
            return "Akun \(names.person(subject))."
        case .recoveryCodeUsed: return "Masih tersisa \(content["sisa"]?.integer ?? 0) kode."
        case .roleGranted: return granted(content, subject)
        case .roleRevoked:
            return "\(names.person(subject)) tidak lagi \(role(content["peran"]?.text) ?? "memegang peran itu")\(place(content))."
        case .secondFactorRequired:
            let roles = texts(content["peran"]).compactMap(role)
            return roles.isEmpty ? "Tidak ada peran yang diwajibkan." : "Diwajibkan bagi: \(roles.joined(separator: ", "))."
        case .agencyCreated, .agencyChanged, .unitCreated, .unitChanged:
            return "\(content["nama"]?.text ?? "") (\(content["kode"]?.text ?? ""))."
        case .unitClosed: return "\(names.unit(subject))."
        // Standings and the life of units
        case .standingStated: return "\(standing(content))."
        case .standingRevoked:
            return "\(standing(content)); tidak berlaku sejak \(since(content["sejak"])). \(content["alasan"]?.text ?? "")"
        case .candidacyShaken: return "\(names.unit(content["unit"]?.text ?? "")): \(content["alasan"]?.text ?? "")"
        case .unitDescribed: return "\(names.unit(subject))."
        case .unitRenamed:
            return "\(content["lama"]?.text ?? "") menjadi \(content["baru"]?.text ?? ""), sejak \(since(content["sejak"]))."
        case .unitMerged:
            return "\(names.unit(subject)) menjadi bagian dari \(names.unit(content["unit"]?.text ?? "")), sejak \(since(content["tanggal"]))."
        // Development
        case .planActionAdded, .planActionChanged, .planActionDropped, .planAdopted, .progressReported, .reviewRhythmSet, .progressReviewed,
            .findingClosed:
            return DevelopmentSentence.text(FactKind(rawValue: entry.kind.text), content, names)
        case .importCarriedOut:
            let kind = content["jenis"]?.text.flatMap { ImportKind(rawValue: $0)?.name } ?? "Berkas"
            return "\(kind): \(content["baru"]?.integer ?? 0) baru, \(content["berubah"]?.integer ?? 0) berubah."
        case .importLinksTaken: return "\(content["jumlah"]?.integer ?? 0) tautan."
        case .peopleExported: return "\(content["jumlah"]?.integer ?? 0) orang."
        case .journalKeyRotated:
            return "Kunci \(content["lama"]?.text ?? "") digantikan kunci \(content["baru"]?.text ?? "")."
        case .journalExported: return content["data_diri"] == true ? "Beserta data diri yang belum dihapus." : "Tanpa data diri."
        // The assessment by TPI
        case .assessmentTeamChanged, .interestsDeclared, .sheetRecorded, .sheetHandedIn, .assessmentReported, .assessmentSigned:
            return assessed(content)
        case .candidacyStarted, .candidacyMoved, .candidacyQuestioned, .candidacySettled, .deadlineAnnounced, .agencyKnockedOut, .knockOutLifted:
            return CandidacySentence(content: content, names: names).text
        // Declaration and selection
        case .declarationRecorded, .readinessStated, .readinessWithdrawn, .employeesListed, .employeeChanged, .employeeErased, .pactSigned,
            .pactSignatureRemoved, .workingGroupRecorded, .workingGroupMemberAdded, .workingGroupMemberRemoved, .selectionScored:
            return declaration(FactKind(rawValue: entry.kind.text), content)
        case .installationBegun, .backupRestored, nil: return ""
        // Documents
        case .documentFiled: return FilingSentence.filed(content)
        case .documentWithdrawn: return FilingSentence.withdrawn(content)
        // Demonstration
        case .demoBegun: return "Semua orang, unit, dan dokumen di sini rekaan."
        }
    }

    /// What happened in an assessment; each fact tells its own details.
    private func assessed(_ content: CanonicalValue) -> String {
        let unit = content["unit"]?.text.map(names.unit) ?? "unit"
        let party = content["pihak"]?.text.flatMap { SheetParty(rawValue: $0)?.name } ?? "unit"
        let version = content["versi"]?.integer ?? 0
        switch FactKind(rawValue: entry.kind.text) {
        case .assessmentTeamChanged: return "\(unit), \(content["jumlah"]?.integer ?? 0) orang."
        case .interestsDeclared:
            return content["berkepentingan"] == true ? "\(unit): berkepentingan, jadi tidak menilai." : "\(unit): tidak berkepentingan."
        case .sheetRecorded:
            return "LKE \(party) untuk \(unit), versi \(version): nilai \(content["nilai"]?.text ?? ""), sidik jawaban \(content["sidik"]?.text ?? "")."
        case .sheetHandedIn: return "\(unit), versi \(version): nilai \(content["nilai"]?.text ?? "")."
        case .assessmentReported: return "\(unit), versi \(version)."
        case .assessmentSigned:
            return "\(unit): nilai \(content["nilai"]?.text ?? ""), dari LKE TPI versi \(version) dan laporan versi \(content["laporan"]?.integer ?? 0)."
        default: return ""
        }
    }

    private func granted(_ content: CanonicalValue, _ subject: String) -> String {
        let from = day(content["mulai"]?.text).map { ", mulai \($0)" } ?? ""
        let until = day(content["sampai"]?.text).map { " sampai \($0)" } ?? ""
        return "\(names.person(subject)) menjadi \(role(content["peran"]?.text) ?? "pemegang peran")\(place(content))\(from)\(until)."
    }

    private func since(_ value: CanonicalValue?) -> String { day(value?.text) ?? "tanggal yang tidak dicatat" }

    private func standing(_ content: CanonicalValue) -> String {
        let year = content["tahun"]?.integer.map { " tahun \($0)" } ?? ""
        return "\(content["keadaan"]?.text ?? "Keadaan")\(year): \(content["nilai"]?.text ?? "")\(place(content)), menurut \(content["sumber"]?.text ?? "")"
    }

    func place(_ content: CanonicalValue) -> String {
        content["unit"]?.text.map { " di \(names.unit($0))" } ?? ""
    }

    private func texts(_ value: CanonicalValue?) -> [String] {
        if case .array(let values)? = value { values.compactMap(\.text) } else { [] }
    }

    private func role(_ word: String?) -> String? { word.map { Role(rawValue: $0)?.name ?? $0 } }

    func day(_ text: String?) -> String? { text.flatMap { Day($0) }.map(\.journalText) }

    /// What stands as a word in the content.
    private func way(_ word: String?) -> String {
        switch word {
        case "sandi": "kata sandi"
        case "faktor-kedua": "kata sandi dan faktor kedua"
        case "kode-pemulihan": "kata sandi dan kode pemulihan"
        case "undangan": "undangan"
        case "penyiapan": "penyiapan pertama"
        case "tautan-contoh": "tautan untuk melihat-lihat data contoh"
        case "akun-sendiri": "halaman akun sendiri"
        case "atur-ulang-sandi": "atur ulang kata sandi"
        case "atur-ulang-faktor-kedua": "atur ulang faktor kedua"
        case "beri-peran": "pemberian peran"
        case "cabut-peran": "pencabutan peran"
        case "tutup": "penutupan akun"
        case let other: other ?? "cara yang tidak dicatat"
        }
    }
}

extension Day {
    /// `24 November 2026`.
    var journalText: String {
        Moment(seconds: Int64(number) * 86_400).text.split(separator: " ").prefix(3).joined(separator: " ")
    }
}
