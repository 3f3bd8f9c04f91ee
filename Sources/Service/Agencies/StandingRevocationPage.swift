import Markup
import Rulebook

/// The page before a statement is revoked: what it says, what will happen, and from when and why.
struct StandingRevocationPage {
    let revocable: StandingActions.Revocable
    let catalogue: StandingCatalogue
    var typed: FormFields?
    var refusal: Refusal?

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        let (standing, agency) = (revocable.standing, revocable.agency)
        let name = catalogue.name(of: standing)
        let unit: [Crumbs.Step] = revocable.unit.map { [.init(name: $0.name, path: .unit(agency.id, $0.id))] } ?? []
        let above = Crumbs.agency(agency) + unit + [.init(name: unit.isEmpty ? "Keadaan instansi" : "Keadaan unit", path: revocable.place.path)]
        return frame.render(
            title: "\(refusal == nil ? "" : "Salah: ")Cabut catatan: \(name)", current: .agencies, for: visitor,
            main: """
                <div class="narrow">\(FormPiece.summary(refusal, title: "Catatan belum dicabut"))
                \(Crumbs.render(above, here: "Cabut catatan"))
                <h1 class="wrapany">Cabut catatan \(name)?</h1>
                <dl class="kv sec"><dt>Nilai</dt><dd>\(standing.text)</dd>\(standing.year.map { "<dt>Tahun</dt><dd>\(String($0))</dd>" as HTML })\
                <dt>Tanggal dokumen</dt><dd>\(standing.statedOn.text)</dd><dt>Sumber</dt><dd class="wrapany">\(standing.source)</dd></dl>
                <section class="sec stack" aria-labelledby="akibat"><h2 id="akibat">Yang akan terjadi</h2>
                <ul class="list"><li>Sejak tanggal yang Anda isi, catatan ini tidak lagi dihitung untuk syarat pengajuan.</li>
                <li>Pencalonan yang bertumpu padanya dinilai ulang dan ditandai.</li>
                <li>Catatan tetap tampak sebagai riwayat, dan pencabutannya masuk ke jurnal.</li></ul>
                <p class="note risk"><strong>Pencabutan tidak dapat dibatalkan. Bila ternyata benar, keadaan dicatat lagi.</strong></p>
                <form action="\(SitePath.standingRevocation(agency.id, standing.id).address)" method="post">\(FormPiece.key(visitor))
                \(FormPiece.render(
                    .init(
                        name: StandingRule.Field.revokedOn, label: "Tidak berlaku sejak",
                        hint: "Bila keliru sejak awal, isi tanggal dokumennya.", type: .date),
                    value: typed?.text(StandingRule.Field.revokedOn) ?? "", refusal: refusal))
                \(FormPiece.render(
                    .init(name: StandingRule.Field.reason, label: "Alasan", hint: "Tanpa data pribadi; alasan ini terbaca di jurnal."),
                    value: typed?.text(StandingRule.Field.reason) ?? "", refusal: refusal))
                <p class="row field"><button class="btn" type="submit">Ya, cabut catatan</button><a href="\(revocable.place.path.address)">Batal</a></p></form></section></div>
                """)
    }
}
