import Markup
import Rulebook

/// The page before a unit becomes part of another: what will happen, into which one and from when.
struct UnitMergerPage {
    let agency: AgencyStore.Kept
    let unit: WorkUnitStore.Kept
    var typed: FormFields?
    var refusal: Refusal?

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        frame.render(
            title: "\(refusal == nil ? "" : "Salah: ")Gabungkan unit \(unit.name)", current: .agencies, for: visitor,
            main: """
                <div class="narrow">\(FormPiece.summary(refusal, title: "Unit belum digabung"))
                \(Crumbs.render(Crumbs.agency(agency) + [.init(name: unit.name, path: .unit(agency.id, unit.id))], here: "Gabungkan unit"))
                <h1 class="wrapany">Gabungkan unit \(unit.name)?</h1>
                <section class="sec stack" aria-labelledby="akibat"><h2 id="akibat">Yang akan terjadi</h2>
                <ul class="list"><li>Unit ini menjadi bagian dari unit tujuan dan ditutup: tidak ada pencalonan atau peran baru di sini.</li>
                <li>Riwayat, keadaan, dan predikatnya tetap tersimpan di unit ini; tidak ada yang berpindah ke unit tujuan.</li>
                <li>Kedua halaman unit saling menunjuk, dan penggabungan masuk ke jurnal.</li></ul>
                <p class="note risk"><strong>Penggabungan tidak dapat dibatalkan.</strong></p>
                <form action="\(SitePath.unitAction(agency.id, unit.id, .merge).address)" method="post">\(FormPiece.key(visitor))
                \(FormPiece.render(
                    .init(name: UnitEnding.Field.target, label: "Kode unit tujuan", hint: "Kodenya ada di daftar unit."),
                    value: typed?.text(UnitEnding.Field.target) ?? "", refusal: refusal))
                \(FormPiece.render(
                    .init(name: UnitEnding.Field.day, label: "Bergabung sejak", hint: "Menurut surat keputusannya.", type: .date),
                    value: typed?.text(UnitEnding.Field.day) ?? "", refusal: refusal))
                <p class="row field"><button class="btn" type="submit">Ya, gabungkan unit</button>\
                <a href="\(SitePath.unit(agency.id, unit.id).address)">Batal</a></p></form></section></div>
                """)
    }
}
