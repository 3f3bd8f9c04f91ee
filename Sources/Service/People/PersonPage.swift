import Markup
import Rulebook

/// One account: the person, the roles, and what the viewer may do with them.
struct PersonPage {
    let agency: AgencyStore.Kept
    let overview: PersonActions.Overview
    let names: PersonActions.Names
    /// The units that a role may be given for.
    let units: [WorkUnitStore.Kept]
    /// What was just done.
    var notice: PersonNotice?
    var typed: FormFields?
    var refusal: Refusal?

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        let offer = PersonOffer(overview: overview, visitor: visitor)
        return frame.render(
            title: "\(refusal == nil ? "" : "Salah: ")\(overview.name)", current: .agencies, for: visitor,
            main: """
                \(FormPiece.summary(refusal, title: "Belum dapat dilaksanakan"))
                \(notice.map { "<p class=\"note met\" role=\"status\">\($0.text)</p>" })
                \(Crumbs.render(above(visitor), here: overview.name))
                <h1 class="wrapany">\(overview.name)</h1>
                \(particulars)\(offer.mayCorrect ? "<p><a href=\"\(path(.correction).address)\">Perbaiki data diri</a></p>" : nil)
                \(PersonRequests(page: self, offer: offer).render())
                \(PersonRoles(page: self, offer: offer).render())
                \(PersonLinks(page: self, offer: offer).render())
                \(offer.mayEndSessions ? sessions : nil)
                \(ending(offer))
                """)
    }

    private func above(_ visitor: Visitor) -> [Crumbs.Step] {
        guard visitor.may(.listAccounts, on: agency.id.target) else { return Crumbs.agency(agency) }
        return Crumbs.agency(agency) + [.init(name: "Orang dan perannya", path: .agencyAction(agency.id, .people))]
    }

    private var particulars: HTML {
        let listed = overview.listed
        let person: HTML? = listed.person.map { person in
            """
            <dt>NIP</dt><dd class="mono">\(person.nip ?? "–")</dd><dt>Surel dinas</dt><dd class="wrapany">\(person.email ?? "–")</dd>
            """
        }
        let erased: HTML? = listed.person == nil ? "<p class=\"note\">Data pribadi akun ini sudah dihapus. Catatannya di jurnal tetap utuh.</p>" : nil
        return """
            \(erased)<dl class="kv sec">\(person)<dt>Keadaan akun</dt><dd>\(listed.state.name)</dd>\
            <dt>Faktor kedua</dt><dd>\(listed.hasSecondFactor ? "Terpasang" : "Belum dipasang")</dd>\
            <dt>Instansi asal</dt><dd class="wrapany">\(names.scope(listed.agency.scope, on: agency.id))</dd>\
            <dt>Dibuat</dt><dd>\(Moment(listed.createdAt).text)</dd></dl>
            """
    }

    private var sessions: HTML {
        step(
            "sesi-orang", "Akhiri semua sesi", "Untuk perangkat yang hilang, atau akun yang mungkin sedang dipakai orang lain.",
            .endSessions, "Akhiri semua sesi…")
    }

    private func ending(_ offer: PersonOffer) -> HTML? {
        if offer.mayClose {
            return step("akhir", "Tutup akun", "Untuk orang yang pindah, pensiun, atau tidak lagi bertugas.", .close, "Tutup akun…")
        }
        if offer.mayErase {
            return step(
                "akhir", "Hapus data pribadi", "Akun ini sudah ditutup, jadi data pribadinya boleh dihapus.", .erase,
                "Hapus data pribadi…")
        }
        return nil
    }

    /// A step that has a page of its own.
    private func step(_ id: String, _ title: String, _ text: String, _ action: PersonAction, _ button: String) -> HTML {
        """
        <section class="sec narrow" aria-labelledby="\(id)"><h2 id="\(id)">\(title)</h2>
        <p>\(text) Halaman berikutnya menjelaskan akibatnya sebelum apa pun berubah.</p>
        <p><a class="btn second" href="\(path(action).address)">\(button)</a></p></section>
        """
    }

    /// Where something about this account is done.
    func path(_ action: PersonAction) -> SitePath { .personAction(agency.id, overview.listed.account, action) }
}

/// What was just done, for the page that is shown afterwards; the address carries the word.
enum PersonNotice: String, CaseIterable {
    case granted = "peran-diberikan"
    case revoked = "peran-dicabut"
    case awaiting = "menunggu"
    case withdrawn = "tautan-ditarik"
    case approved = "disetujui"
    case declined = "ditolak"
    case requestWithdrawn = "dibatalkan"
    case corrected = "data-diri"
    case sessionsEnded = "sesi-diakhiri"
    case closed = "ditutup"
    case erased = "dihapus"

    /// The name of the word in the address.
    static let name = "kabar"

    var text: String {
        switch self {
        case .granted: "Peran sudah diberikan."
        case .revoked: "Peran sudah dicabut."
        case .awaiting: "Permintaan dicatat. Langkah ini memerlukan dua orang: mintalah admin lain menyetujuinya dalam 24 jam."
        case .withdrawn: "Tautan sudah ditarik dan tidak berlaku lagi."
        case .approved: "Permintaan disetujui dan sudah dilaksanakan."
        case .declined: "Permintaan ditolak. Tidak ada yang berubah."
        case .requestWithdrawn: "Permintaan dibatalkan oleh pengaju. Tidak ada yang berubah."
        case .corrected: "Data diri sudah diperbaiki."
        case .sessionsEnded: "Semua sesi sudah diakhiri. Orangnya harus masuk lagi."
        case .closed: "Akun sudah ditutup."
        case .erased: "Data pribadi sudah dihapus."
        }
    }
}
