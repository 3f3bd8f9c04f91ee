import ExactMath
import InstrumentFiles
import Rulebook
import Testing

/// The facts about the process that were read in the regulations, each with the place where the programme files carry it.
@Suite("What the regulations say about the process stands in the programme files")
struct ProgrammeFactsTests {
    private static func rules(_ id: ProgrammeID) throws -> ProgrammeRules { try ProgrammeLibrary.rules(id) }

    private static func roles(_ id: ProgrammeID, _ move: Move, _ designation: Designation) throws -> [Role] {
        try #require(rules(id).rule(for: move, towards: designation)).roles
    }

    @Test("Pelaku: the unit builds, TPI evaluates, the head decrees units and proposes")
    func actors() throws {
        for id in ProgrammeLibrary.shipped {
            #expect(try Self.roles(id, .declare, .wbk).contains(.unitHead))
            #expect(try Self.roles(id, .closeAssessment, .wbk) == [.assessorLead])
            #expect(try Self.roles(id, .appoint, .wbk) == [.agencyHead])
            #expect(try Self.roles(id, .nominate, .wbbm) == [.agencyHead])
            #expect(try Self.rules(id).parts.notes.contains { $0.topic == "Pelaku" })
        }
    }

    @Test("Menteri and head: 52/2014 WBK by the head on the minister's recommendation, WBBM by the minister; 90/2021 both by the minister")
    func awards() throws {
        #expect(try Self.roles(Bench.law2014, .award, .wbk) == [.agencyHead])
        #expect(try Self.roles(Bench.law2014, .award, .wbbm) == [.nationalReviewer])
        #expect(try Self.rules(Bench.law2014).rule(for: .proposeAward, towards: .wbk)?.documents == ["rekomendasi-menteri"])
        for designation in Designation.allCases { #expect(try Self.roles(Bench.law2021, .award, designation) == [.nationalReviewer]) }
    }

    @Test("Tahap: 52/2014 ends in award or coaching, 90/2021 has pre-evaluation, desk, field, clearance and panel in this order")
    func stages() throws {
        #expect(try Self.rules(Bench.law2014).reviewSteps(towards: .wbk).map(\.id) == ["reviu-kementerian"])
        #expect(try Self.rules(Bench.law2014).reviewSteps(towards: .wbbm).map(\.id) == ["evaluasi-tpn"])
        for designation in Designation.allCases {
            #expect(
                try Self.rules(Bench.law2021).reviewSteps(towards: designation).map(\.id) == [
                    "pra-evaluasi", "desk-evaluasi", "evaluasi-lapangan", "clearance", "panel",
                ])
        }
        for id in ProgrammeLibrary.shipped { #expect(try Self.roles(id, .returnForDevelopment, .wbk) == [.agencyHead, .nationalReviewer]) }
        #expect(try Self.rules(Bench.law2021).stage(.assessment)?.text.contains("menilai pendahuluan unit di bawahnya") == true)
    }

    @Test("Syarat: WBBM only on top of WBK; one year of development under 90/2021, none named by 52/2014")
    func prerequisites() throws {
        for id in ProgrammeLibrary.shipped {
            let found = try Self.rules(id).parts.presuppositions
            #expect(found.map(\.designation) == [.wbbm] && found.map(\.presupposes) == [.wbk])
            #expect(try Self.rules(id).rule(for: .nominate, towards: .wbk)?.checks.contains(.prerequisitesMet) == true)
        }
        #expect(try Self.rules(Bench.law2021).parts.development.leastMonths == [.wbk: 12, .wbbm: 12])
        #expect(try Self.rules(Bench.law2014).parts.development.leastMonths == [:])
    }

    @Test("Dokumen usulan: by regulation; 5/2024 one letter for all, completed by the SPTJM")
    func documents() throws {
        #expect(try Self.rules(Bench.law2014).rule(for: .nominate, towards: .wbk)?.documents == ["surat-usulan", "lke", "bukti-pendukung"])
        #expect(try Self.rules(Bench.law2021).rule(for: .nominate, towards: .wbk)?.documents == ["surat-pengajuan", "lhe-tpi", "sptjm", "lke"])
        #expect(try Self.rules(Bench.law2021).parts.notes.contains { $0.topic == "Satu surat" && $0.clause.contains("5/2024") })
    }

    @Test("Tenggat: 31 May or another day that is announced; in 2022 until 30 June")
    func deadline() throws {
        let rules = try Self.rules(Bench.law2021)
        #expect(rules.lastDay(ofNominationIn: 2_026) == Day("2026-05-31"))
        #expect(rules.lastDay(ofNominationIn: 2_022) == Day("2022-06-30"))
        #expect(rules.parts.notes.contains { $0.text.contains("waktu lain yang diumumkan TPN") })
        #expect(rules.parts.notes.contains { $0.text.contains("Presiden setiap akhir tahun") })
    }

    @Test("Monev: every two years, a WBK unit that is proposed for WBBM meanwhile exempt; 52/2014 names no rhythm")
    func monitoring() throws {
        let new = try Self.rules(Bench.law2021).parts.monitoring
        #expect(new.everyYears == 2 && new.exemptWhenProposedFor == .wbbm)
        #expect(try Self.roles(Bench.law2021, .recordMonitoring, .wbk) == [.assessorLead])
        #expect(try Self.rules(Bench.law2014).parts.monitoring.everyYears == nil)
    }

    @Test("Kuota, unit tanpa layanan langsung, WBK mandiri: told, and decide nothing")
    func notes() throws {
        let notes = try Self.rules(Bench.law2021).parts.notes
        #expect(notes.contains { $0.topic == "Kuota" && $0.text.contains("30%") && $0.text.contains("tidak muncul lagi pada 5/2024") })
        #expect(notes.contains { $0.topic == "Unit tanpa layanan langsung" })
        #expect(notes.contains { $0.topic == "WBK mandiri" && $0.text.contains("setara WBK") })
    }

    @Test("Afirmasi: six kinds, for proposals of local governments while prerequisites are still being met")
    func affirmation() throws {
        let affirmation = try #require(Self.rules(Bench.law2021).parts.affirmation)
        #expect(affirmation.kinds.map(\.id) == ["rsud", "dukcapil", "samsat", "ptsp", "pendidikan", "ketenagakerjaan"])
        #expect(affirmation.designation == .wbk && affirmation.waives == [.prerequisitesMet] && affirmation.clause.contains("5/2024"))
        #expect(try Self.rules(Bench.law2014).parts.affirmation == nil)
    }

    @Test("Masa berlaku: as the decree says, no fixed figure")
    func term() throws {
        for id in ProgrammeLibrary.shipped {
            #expect(try Self.rules(id).parts.notes.contains { $0.topic == "Masa berlaku" && $0.text.contains("sesuai keputusan penetapannya") })
        }
    }

    @Test("Pencabutan: who takes away; 52/2014 a revoked WBK never WBBM; 90/2021 clarified, recommended in writing, two years' wait")
    func revocation() throws {
        #expect(try Self.roles(Bench.law2014, .revoke, .wbk) == [.agencyHead])
        #expect(try Self.roles(Bench.law2014, .revoke, .wbbm) == [.nationalReviewer])
        #expect(
            try Self.rules(Bench.law2014).parts.waits == [
                RevocationWait(revoked: [.wbk], proposed: .wbbm, years: nil, clause: "PermenPANRB 52/2014 Lampiran Bab III.C")
            ])
        let new = try Self.rules(Bench.law2021)
        #expect(new.parts.revocationGrounds.map(\.id) == ["laporan-tpi", "evaluasi-lapangan-berkala", "maladministrasi"])
        #expect(new.rule(for: .clarify, towards: .wbk)?.roles == [.assessorLead])
        #expect(new.rule(for: .recommendRevocation, towards: .wbk)?.documents == ["rekomendasi-tpn"])
        #expect(new.parts.waits.map(\.proposed) == [.wbk] && new.parts.waits[0].years == 2)
    }

    @Test("Gugur: a violation by the top leader in the year of nomination voids all proposals; nilai akhir: the field evaluation's")
    func knockOut() throws {
        let new = try Self.rules(Bench.law2021).parts
        #expect(new.knockOut?.text.contains("pimpinan tertinggi") == true)
        #expect(new.notes.contains { $0.text.contains("yang dipakai adalah hasil evaluasi lapangan") })
        #expect(try Self.rules(Bench.law2014).parts.knockOut == nil)
    }

    @Test("The survey in the field asks 30 people at least; the pact is signed by more than half; the pilot unit has three criteria")
    func figures() throws {
        #expect(try Self.rules(Bench.law2021).parts.reviewSteps.compactMap(\.leastRespondents) == [30])
        for id in ProgrammeLibrary.shipped {
            let parts = try Self.rules(id).parts
            #expect(parts.pact.share == .of("0.5") && parts.pact.isExclusive)
            #expect(parts.criteria.map(\.id) == ["layanan-strategis", "sumber-daya", "keberhasilan-reformasi"])
        }
    }

    @Test("The areas are those of the programme's own instrument", arguments: ProgrammeLibrary.shipped)
    func areas(id: ProgrammeID) throws {
        let parts = try Self.rules(id).parts
        let instrument = try Shipped.instrument(parts.instrument)
        #expect(parts.areas.map(\.name) == instrument.parts.changeAreas.map(\.name))
        #expect(parts.areas.map(\.number) == instrument.parts.changeAreas.map(\.number))
    }
}
