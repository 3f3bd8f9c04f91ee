import HTTPTypes
import HummingbirdTesting
import Rulebook
import Testing

@testable import Service

@Suite("The selection of a unit") struct SelectionTests {
    private static let year = "/instansi/kota/pemilihan"
    private static let reason = "Pengguna layanan terbanyak di kota ini."

    /// Scores for all three criteria.
    private static func scores(_ scores: [String], met: String = "2026-11-20") throws -> [String: String] {
        var fields = ["hari-rapat": met]
        for (criterion, score) in zip(try StageRules.rules("permenpanrb-90-2021").parts.criteria, scores) {
            fields["skor-\(criterion.id)"] = score
            fields["alasan-\(criterion.id)"] = score.isEmpty ? "" : reason
        }
        return fields
    }

    @Test("Group, scores with reasons and minutes make the check; then they are settled", arguments: TestEngine.available)
    func whole(engine: TestEngine) async throws {
        let stage = try await StageTown(engine)
        let (admin, page) = (stage.administrator, StageTown.selection)
        #expect(try await admin.get(page).text.contains("0 dari 3 kriteria sudah dinilai kelompok kerja."))
        try await admin.get(Self.year + "?tahun=2026")
        #expect(try await admin.post(Self.year + "/anggota-baru", ["tahun": "2026", "nama-anggota": "Rina", "kedudukan": "ketua"]).text.contains("ZI-2410"))
        let decree = ["tahun": "2026", "nomor-keputusan": "188/12/2026", "hari-keputusan": "2026-11-01"]
        #expect(try await admin.post(Self.year + "/kelompok-kerja", decree).headers[.location] == Self.year + "?tahun=2026")
        for (name, part) in [("Rina", "ketua"), ("Tono", "anggota")] {
            #expect(try await admin.post(Self.year + "/anggota-baru", ["tahun": "2026", "nama-anggota": name, "kedudukan": part]).status == .seeOther)
        }
        try await admin.get(page)
        #expect(try await admin.post(page + "/nilai", try Self.scores(["5", "4", ""])).headers[.location] == page)
        var check = try #require(try await stage.checks()[.selectionMinuted])
        #expect(!check.isMet && check.statement == "2 dari 3 kriteria sudah dinilai kelompok kerja." && check.wayOut.hasPrefix("Belum dinilai: "))
        #expect(try await admin.post(page + "/nilai", try Self.scores(["5", "4", "4"])).status == .seeOther)
        check = try #require(try await stage.checks()[.selectionMinuted])
        #expect(
            check
                == CheckResult(
                    isMet: true, statement: "3 dari 3 kriteria sudah dinilai kelompok kerja pada rapat 20 November 2026; rata-rata 4,33 dari 5."))
        let shown = try await admin.get(page).text
        #expect(shown.contains(Self.reason) && shown.contains("188/12/2026"))

        // A group without its chair is no group any more.
        let rina = String(try #require(try await admin.get(Self.year + "?tahun=2026").text.firstMatch(of: /name="anggota" value="([0-9a-z]{26})"/)).1)
        #expect(try await admin.post(Self.year + "/anggota-keluar", ["tahun": "2026", "anggota": rina]).status == .seeOther)
        #expect(try await stage.checks()[.selectionMinuted]?.isMet == false)

        try await stage.put(into: .proposed)
        try await admin.get(page)
        #expect(try await admin.post(page + "/nilai", try Self.scores(["1", "1", "1"])).text.contains("ZI-2411"))
        let journal = try await admin.get("/instansi/kota/jurnal").text
        #expect(journal.contains("rapat pada 20 November 2026") && !journal.contains("Rina"))
    }

    @Test("What is wrong is told at each field, and what was typed comes back")
    func refused() async throws {
        let stage = try await StageTown()
        let (admin, page) = (stage.administrator, StageTown.selection)
        try await admin.get(page)
        let criteria = try StageRules.rules("permenpanrb-90-2021").parts.criteria.map(\.id)
        let wrong = try await admin.post(
            page + "/nilai",
            [
                "skor-\(criteria[0])": "6", "alasan-\(criteria[0])": Self.reason, "skor-\(criteria[1])": "3", "alasan-\(criteria[1])": "pendek <i>",
                "alasan-\(criteria[2])": Self.reason, "hari-rapat": "kemarin",
            ])
        #expect(wrong.status == .unprocessableContent && wrong.text.contains("ZI-2409"))
        for field in ["skor-\(criteria[0])", "alasan-\(criteria[1])", "skor-\(criteria[2])", "hari-rapat"] {
            #expect(wrong.text.contains("<a href=\"#\(field)\">"), "\(field)")
        }
        #expect(wrong.text.contains("pendek &lt;i&gt;</textarea>"))
        let future = try await admin.post(page + "/nilai", try Self.scores(["1", "1", "1"], met: "2026-11-25"))
        #expect(future.text.contains("Hari rapat kelompok kerja belum tiba."))
    }

    @Test("All candidates of a year side by side, ties stated, in the order asked for", arguments: TestEngine.available)
    func comparison(engine: TestEngine) async throws {
        let stage = try await StageTown(engine)
        let admin = stage.administrator
        try await stage.town.candidacy("calon-2", of: "puskesmas")
        try await stage.town.candidacy("calon-3", of: "samsat", programme: "permenpanrb-52-2014")
        for (calon, scores) in [("calon-1", ["3", "3", "3"]), ("calon-2", ["5", "3", "1"]), ("calon-3", ["", "", ""])] {
            let page = "/instansi/kota/pencalonan/\(calon)/pemilihan"
            try await admin.get(page)
            if calon != "calon-3" { #expect(try await admin.post(page + "/nilai", try Self.scores(scores)).status == .seeOther) }
        }
        let text = try await admin.get(Self.year + "?tahun=2026").text
        #expect(text.contains("2 calon bernilai sama") && text.matches(of: /1 \(sama\)/).count == 2)
        let criterion = try StageRules.rules("permenpanrb-90-2021").parts.criteria[0].id
        for (order, wanted) in [("unit", ["dukcapil", "puskesmas", "samsat"]), (criterion, ["puskesmas", "dukcapil", "samsat"])] {
            let text = try await admin.get(Self.year + "?tahun=2026&urut=\(order)").text
            #expect(text.matches(of: /pemilihan">Unit ([a-z]+)</).map { String($0.1) } == wanted, "\(order)")
        }
        #expect(try await admin.get(Self.year + "?tahun=2025").text.contains("Belum ada calon pada tahun ini."))
        #expect(try await admin.get(Self.year + "?tahun=abc&urut=%3Cscript%3E&hal=99").status == .ok)
    }

    @Test("The head of the agency and the auditor read; only administrators write; a unit's people see nothing of it")
    func readers() async throws {
        let stage = try await StageTown()
        let auditor = try await stage.browser("pengawas", .auditor, .agency("kota"))
        #expect(try await auditor.get(StageTown.selection).status == .ok)
        #expect(try await auditor.get(Self.year).status == .ok)
        for browser in [auditor, stage.head] {
            for path in [StageTown.selection + "/nilai", Self.year + "/kelompok-kerja", Self.year + "/anggota-baru", Self.year + "/anggota-keluar"] {
                try await browser.get("/instansi")
                #expect(try await browser.post(path, ["tahun": "2026"]).status == .forbidden, "\(path)")
            }
        }
        #expect(try await stage.head.get(StageTown.selection).status == .forbidden)
    }
}
