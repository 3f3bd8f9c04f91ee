/// What must hold for a step beside its place in the order. Everything is looked at, so that a refusal names all of it.
extension Candidacy {
    /// Every requirement of a step, those met too, in the order in which people read them.
    ///
    /// - Parameters:
    ///   - request: the step, or a draft of it with nothing typed yet.
    ///   - rules: the rules of the candidacy's programme.
    ///   - checks: what the features found out on the day; what is missing counts as not met.
    ///   - standing: what the unit and its agency bring along.
    /// - Complexity: O(moves + rules)
    public func requirements(
        of request: MoveRequest, under rules: ProgrammeRules, knowing checks: [Check: CheckResult], standing: UnitStanding
    ) -> [MoveRequirement] {
        guard state.allows(request.move, under: rules, towards: designation), let rule = rules.rule(for: request.move, towards: designation)
        else { return [outOfOrder(request.move, under: rules)] }
        return people(request, rule) + surroundings(request, rule, rules, standing) + checkRequirements(request, rule, rules, checks)
            + documentRequirements(request, rule, rules) + typed(request, rule, rules)
    }

    private func outOfOrder(_ move: Move, under rules: ProgrammeRules) -> MoveRequirement {
        let open = openMoves(under: rules).map { "“\($0.name)”" }.joined(separator: ", ")
        return MoveRequirement(
            .order, isMet: false, "Dari keadaan “\(state.kind.name)” tidak ada langkah “\(move.name)”.",
            wayOut: open.isEmpty ? "Pencalonan ini sudah berakhir." : "Yang dapat diambil sekarang: \(open).")
    }

    private func people(_ request: MoveRequest, _ rule: MoveRule) -> [MoveRequirement] {
        let names = rule.roles.map(\.name).joined(separator: " atau ")
        var list = [
            MoveRequirement(
                .role, isMet: rule.roles.contains(where: request.actor.roles.contains), "Langkah ini diambil oleh \(names).",
                wayOut: "Mintalah yang berwenang mengambilnya.", clause: rule.clause)
        ]
        if rule.isForOutsiders {
            list.append(
                MoveRequirement(
                    .outsider, isMet: !request.actor.units.contains(unit), "Langkah ini tidak diambil oleh orang dari unit yang dinilai.",
                    wayOut: "Serahkan kepada penilai lain.", clause: rule.clause))
        }
        var apart = rule.apartFrom
        // Two people for an award: no programme file can do without.
        if request.move == .award, !apart.contains(.proposeAward) { apart.append(.proposeAward) }
        for other in apart {
            guard let before = last(other) else { continue }
            list.append(
                MoveRequirement(
                    .apart(from: other), isMet: before.actor != request.actor.account,
                    "Langkah ini diambil oleh orang lain daripada “\(other.name)”.",
                    wayOut: "Mintalah orang lain yang berwenang mengambilnya.", clause: rule.clause))
        }
        return list
    }

    private func surroundings(
        _ request: MoveRequest, _ rule: MoveRule, _ rules: ProgrammeRules, _ standing: UnitStanding
    ) -> [MoveRequirement] {
        var list: [MoveRequirement] = []
        if request.move.leadsOn {
            list.append(
                MoveRequirement(
                    .attention, isMet: needsAttention == nil, needsAttention ?? "Tidak ada hal yang menunggu ditindaklanjuti.",
                    wayOut: "Tindak lanjuti, lalu nyatakan selesai di halaman pencalonan."))
        }
        if request.move == .appoint || request.move == .nominate {
            list.append(CandidacyStart.unitOpen(standing))
        }
        guard [.nominate, .proposeAward, .award].contains(request.move) else { return list }
        list += CandidacyStart.presupposed(by: designation, under: rules, standing)
        if let knockOut = rules.parts.knockOut {
            list.append(
                MoveRequirement(
                    .standing, isMet: !standing.isKnockedOut,
                    standing.isKnockedOut ? knockOut.text : "Usulan instansi tahun ini tidak gugur.",
                    wayOut: "Ajukan lagi pada tahun berikutnya.", clause: knockOut.clause))
        }
        if request.move == .nominate {
            list += CandidacyStart.waits(for: designation, on: request.day, under: rules, standing)
        }
        return list
    }

    private func checkRequirements(
        _ request: MoveRequest, _ rule: MoveRule, _ rules: ProgrammeRules, _ checks: [Check: CheckResult]
    ) -> [MoveRequirement] {
        var waived: [Check] = []
        if request.move == .nominate, affirmation != nil, let affirmative = rules.parts.affirmation, affirmative.designation == designation {
            waived = affirmative.waives
        }
        return rule.checks.filter { !waived.contains($0) }.map { check in
            let result = checks[check] ?? .unknown
            return MoveRequirement(
                .check(check), isMet: result.isMet, "\(check.name). \(result.statement)",
                wayOut: result.wayOut.isEmpty ? CheckResult.unknown.wayOut : result.wayOut, clause: rule.clause)
        }
    }

    private func documentRequirements(_ request: MoveRequest, _ rule: MoveRule, _ rules: ProgrammeRules) -> [MoveRequirement] {
        rule.documents.map { kind in
            MoveRequirement(
                .document(kind), isMet: request.documents[kind] != nil, "Dokumen: \(rules.name(of: kind)).",
                wayOut: "Unggah dokumennya di halaman pencalonan.", clause: rule.clause)
        }
    }

    private func typed(_ request: MoveRequest, _ rule: MoveRule, _ rules: ProgrammeRules) -> [MoveRequirement] {
        var list: [MoveRequirement] = []
        let earliest = moves.last?.day
        let isLate = earliest.map { request.day < $0 } ?? false
        list.append(
            MoveRequirement(
                .day, isMet: request.day <= request.today && !isLate, "Tanggal tidak sesudah hari ini dan tidak sebelum langkah terakhir.",
                wayOut: "Isi tanggal dari \(earliest?.inWords ?? "hari mulai") sampai \(request.today.inWords)."))
        if request.move.needsReason {
            list.append(
                MoveRequirement(.reason, isMet: !request.reason.isEmpty, "Langkah ini memerlukan alasan.", wayOut: "Tulis alasannya."))
        }
        if rule.needsReference {
            list.append(
                MoveRequirement(
                    .reference, isMet: !request.reference.isEmpty, "Langkah ini memerlukan nomor keputusan, surat, atau berita acara.",
                    wayOut: "Tulis nomornya.", clause: rule.clause))
        }
        for (subject, text) in [(MoveRequirement.Subject.reason, request.reason), (.reference, request.reference)]
        where text.unicodeScalars.count > MoveRequest.longestText {
            list.append(
                MoveRequirement(
                    subject, isMet: false, "Isian paling panjang \(MoveRequest.longestText) huruf.", wayOut: "Ringkaskan."))
        }
        if let problem = resultProblem(request, rules) { list.append(problem) }
        return list
    }
}
