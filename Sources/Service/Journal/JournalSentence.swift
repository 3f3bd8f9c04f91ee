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
        case .journalKeyRotated:
            return "Kunci \(content["lama"]?.text ?? "") digantikan kunci \(content["baru"]?.text ?? "")."
        case .journalExported: return content["data_diri"] == true ? "Beserta data diri yang belum dihapus." : "Tanpa data diri."
        case .installationBegun, .backupRestored, nil: return ""
        }
    }

    private func granted(_ content: CanonicalValue, _ subject: String) -> String {
        let from = day(content["mulai"]?.text).map { ", mulai \($0)" } ?? ""
        let until = day(content["sampai"]?.text).map { " sampai \($0)" } ?? ""
        return "\(names.person(subject)) menjadi \(role(content["peran"]?.text) ?? "pemegang peran")\(place(content))\(from)\(until)."
    }

    private func place(_ content: CanonicalValue) -> String {
        content["unit"]?.text.map { " di \(names.unit($0))" } ?? ""
    }

    private func texts(_ value: CanonicalValue?) -> [String] {
        if case .array(let values)? = value { values.compactMap(\.text) } else { [] }
    }

    private func role(_ word: String?) -> String? { word.map { Role(rawValue: $0)?.name ?? $0 } }

    private func day(_ text: String?) -> String? { text.flatMap { Day($0) }.map(\.journalText) }

    /// What stands as a word in the content.
    private func way(_ word: String?) -> String {
        switch word {
        case "sandi": "kata sandi"
        case "faktor-kedua": "kata sandi dan faktor kedua"
        case "kode-pemulihan": "kata sandi dan kode pemulihan"
        case "undangan": "undangan"
        case "penyiapan": "penyiapan pertama"
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
