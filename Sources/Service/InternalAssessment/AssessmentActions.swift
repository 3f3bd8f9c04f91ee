import ExactMath
import Journaling
import Relational
import Rulebook

/// What people do with the assessment of a candidacy. What they do with its sheets stands in `AssessmentActions+Sheets.swift`.
struct AssessmentActions: Sendable {
    let records: Records
    let terms: AssessmentTerms

    /// A candidacy, for whoever may do something with its unit.
    ///
    /// - Throws: ``PageRefusal/notFound``; `Refusal` of code `accessDenied`; `RelationalError`.
    @discardableResult
    func candidacy(
        _ id: CandidacyID, of agency: AgencyID, for capability: Capability, by identity: Identity, at now: Timestamp
    ) async throws -> (candidacy: CandidacyStore.Kept, actor: JournalFact.Actor) {
        guard let kept = try await records.read({ try CandidacyStore.find(id, of: agency, in: $0) }) else { throw PageRefusal.notFound }
        return (kept, try identity.require(capability, on: .unit(kept.unit, of: agency), at: now))
    }

    /// Enters the decree and who sits where, in the place of what was entered before.
    ///
    /// - Throws: `Refusal` of codes `accessDenied`, `assessmentClosed`, `assessmentFormMalformed`; ``PageRefusal/notFound``; `RelationalError`.
    func changeTeam(
        _ id: CandidacyID, of agency: AgencyID, _ form: FormFields, by identity: Identity, at now: Timestamp
    ) async throws {
        let (candidacy, actor) = try await candidacy(id, of: agency, for: .formAssessmentTeam, by: identity, at: now)
        let rule = try terms.team(of: candidacy)
        try await records.change { change in
            let found = try Self.hold(candidacy, rule, in: change.session)
            try Self.telling(change.session) { () throws(AssessmentRefusal) in try found.assessment.checkForming() }
            let offered = try Self.candidates(for: found, in: change.session)
            let team = try TeamForm(fields: form, offered: offered.map(\.account)).parse()
            var problems: [Finding] = []
            for candidate in offered {
                guard let seat = team.seats[candidate.account], !candidate.seats.contains(seat) else { continue }
                problems.append(
                    .error(
                        .assessmentFormMalformed, at: TeamForm.Field.seat(of: candidate.account),
                        "Orang ini tidak berperan \(seat.role.name) untuk unit ini. Pilih kursi yang sesuai dengan perannya."))
            }
            guard problems.isEmpty else { throw Refusal(problems) }
            try AssessmentStore.keep(team, of: id, of: agency, round: found.round, by: identity.account, at: now, in: change.session)
            let members = team.seats.sorted { $0.key < $1.key }.map { account, seat -> CanonicalValue in
                ["akun": .text(account.text), "kursi": .text(seat.rawValue)]
            }
            change.record(
                JournalFact(
                    .assessmentTeamChanged, in: agency, by: actor, about: id.text,
                    [
                        "unit": .text(found.candidacy.unit.text), "putaran": .integer(found.round), "jumlah": .integer(members.count),
                        "anggota": .array(members), "nomor_sk": team.decree.map { .text($0.number) } ?? .null,
                        "tanggal_sk": team.decree.map { .text($0.day.description) } ?? .null,
                    ], at: now))
        }
    }

    /// Keeps what a member says about their own interests.
    ///
    /// - Throws: `Refusal` of codes `accessDenied`, `assessmentClosed`, `notOnTeam`, `assessmentFormMalformed`;
    ///   ``PageRefusal/notFound``; `RelationalError`.
    func declare(
        _ id: CandidacyID, of agency: AgencyID, _ form: InterestForm.Parsed, by identity: Identity, at now: Timestamp
    ) async throws {
        let (candidacy, actor) = try await candidacy(id, of: agency, for: .declareInterests, by: identity, at: now)
        let rule = try terms.team(of: candidacy)
        try await records.change { change in
            let found = try Self.hold(candidacy, rule, in: change.session)
            try Self.telling(change.session) { () throws(AssessmentRefusal) in
                try found.assessment.checkDeclaring(by: identity.account)
            }
            var interests: Set<WorkUnitID> = form.interest == .interested ? [candidacy.unit] : []
            for code in form.others {
                guard let unit = try AssessorStore.unit(code: code, of: agency, in: change.session) else {
                    throw Refusal(
                        .assessmentFormMalformed, at: InterestForm.Field.others,
                        "Tidak ada unit berkode \(code) di instansi ini. Periksa kodenya pada daftar unit.")
                }
                interests.insert(unit)
            }
            let declaration = AssessmentTeam.Declaration(day: Identity.day(now), interests: interests)
            try AssessmentStore.declare(declaration, for: id, of: agency, round: found.round, by: identity.account, at: now, in: change.session)
            change.record(
                JournalFact(
                    .interestsDeclared, in: agency, by: actor, about: id.text,
                    [
                        "unit": .text(candidacy.unit.text), "putaran": .integer(found.round),
                        "berkepentingan": .truth(interests.contains(candidacy.unit)),
                        "unit_berkepentingan": .array(interests.sorted().map { .text($0.text) }),
                    ], at: now))
        }
    }

    /// Writes the report to the head of the agency; a new text is a new version.
    ///
    /// - Throws: `Refusal` of codes `accessDenied` and those of ``InternalAssessment/checkRecording(by:under:on:)``;
    ///   ``PageRefusal/notFound``; `RelationalError`.
    func report(
        _ id: CandidacyID, of agency: AgencyID, _ form: ReportForm.Parsed, by identity: Identity, at now: Timestamp
    ) async throws {
        let (candidacy, actor) = try await candidacy(id, of: agency, for: .writeAssessmentReport, by: identity, at: now)
        let rule = try terms.team(of: candidacy)
        try await records.change { change in
            let found = try Self.hold(candidacy, rule, in: change.session)
            try Self.telling(change.session) { () throws(AssessmentRefusal) in
                try found.assessment.checkRecording(by: identity.account, under: rule, on: Identity.day(now))
            }
            let report = ReportStore.Report(
                version: 1 + (found.report?.version ?? 0), summary: form.summary, recommendations: form.recommendations,
                digest: SheetRecord.digest(of: form.summary + "\n\n" + form.recommendations), by: identity.account, at: now)
            try ReportStore.insert(report, of: id, of: agency, round: found.round, in: change.session)
            change.record(
                JournalFact(
                    .assessmentReported, in: agency, by: actor, about: id.text,
                    [
                        "unit": .text(candidacy.unit.text), "putaran": .integer(found.round), "versi": .integer(report.version),
                        "sidik": .text(report.digest),
                    ], at: now))
        }
    }

    /// Puts the lead's signature under the result as it now is.
    ///
    /// - Throws: `Refusal` of codes `accessDenied` and those of ``InternalAssessment/checkSigning(by:under:on:)``;
    ///   ``PageRefusal/notFound``; `RelationalError`.
    func sign(_ id: CandidacyID, of agency: AgencyID, by identity: Identity, at now: Timestamp) async throws {
        let (candidacy, actor) = try await candidacy(id, of: agency, for: .signAssessment, by: identity, at: now)
        let rule = try terms.team(of: candidacy)
        try await records.change { change in
            let found = try Self.hold(candidacy, rule, in: change.session)
            try Self.telling(change.session) { () throws(AssessmentRefusal) in
                try found.assessment.checkSigning(by: identity.account, under: rule, on: Identity.day(now))
            }
            guard let unit = found.sheets[.unit], let team = found.sheets[.internalTeam], let report = found.report else { return }
            let signature = ReportStore.Signature(
                unitVersion: unit.version, teamVersion: team.version, reportVersion: report.version, by: identity.account, at: now)
            try ReportStore.sign(signature, of: id, of: agency, round: found.round, in: change.session)
            change.record(
                JournalFact(
                    .assessmentSigned, in: agency, by: actor, about: id.text,
                    [
                        "unit": .text(candidacy.unit.text), "putaran": .integer(found.round), "versi": .integer(team.version),
                        "nilai": .text(team.record.floor.exact), "sidik": .text(team.record.digest), "versi_unit": .integer(unit.version),
                        "nilai_unit": .text(unit.record.floor.exact), "laporan": .integer(report.version), "sidik_laporan": .text(report.digest),
                    ], at: now))
        }
    }

    /// The candidacy as it now is, held until the transaction ends, with its assessment.
    static func hold(_ candidacy: CandidacyStore.Kept, _ rule: TeamRule, in session: any WriteSession) throws -> AssessmentCase {
        guard let now = try CandidacyStore.hold(candidacy.id, of: candidacy.agency, in: session) else { throw PageRefusal.notFound }
        return try AssessmentCase.load(now, under: rule, in: session)
    }

    /// Turns a refused step into what people read, with names.
    static func telling(_ session: any ReadSession, _ step: () throws(AssessmentRefusal) -> Void) throws {
        do throws(AssessmentRefusal) { try step() } catch {
            var names: [AccountID: String] = [:]
            if case .notReady(let obstacles) = error { names = try Self.names(Set(obstacles.compactMap(\.account)), in: session) }
            throw error.refusal({ names[$0] ?? "Seseorang" }, \.journalText)
        }
    }

    /// The names of some people; one whose personal data was erased has none.
    ///
    /// - Complexity: O(accounts)
    static func names(_ accounts: Set<AccountID>, in session: any ReadSession) throws -> [AccountID: String] {
        var names: [AccountID: String] = [:]
        for account in accounts { names[account] = try AccountStore.find(account, in: session)?.person?.name }
        return names
    }
}
