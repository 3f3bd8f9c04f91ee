import Relational
import Rulebook

/// Everything that is kept about one person, as one JSON document that people and programs can read. What is only
/// good for signing in (hashes, keys, tokens) is named but not given away.
struct OwnDataExport {
    let account: AccountID
    let at: Timestamp

    /// The document.
    ///
    /// - Throws: `RelationalError`.
    /// - Complexity: O(entries of the journals the person stands on)
    func bytes(_ listed: AccountStore.Listed, in session: any ReadSession) throws -> [UInt8] {
        let person = listed.person
        let document: JSONPiece = .object([
            ("berkas", .text("Data pribadi dari Zona")), ("dibuat", Self.moment(at)),
            (
                "akun",
                .object([
                    ("id", .text(account.text)), ("instansi", .text(listed.agency.text)), ("keadaan", .text(listed.state.rawValue)),
                    ("dibuat", Self.moment(listed.createdAt)),
                    ("faktor_kedua", .text(listed.hasSecondFactor ? "terpasang" : "tidak terpasang")),
                    ("kata_sandi", .text("hanya sidik Argon2id yang disimpan; kata sandinya sendiri tidak")),
                    ("kode_pemulihan_tersisa", .number(Int64(try SecondFactorStore.codesLeft(of: account, in: session)))),
                ])
            ),
            (
                "data_diri",
                person.map {
                    .object([("nama", .text($0.name)), ("nip", .optional($0.nip)), ("surel", .optional($0.email))])
                } ?? .null
            ),
            ("peran", .array(try roles(session))), ("sesi", .array(try sessions(session))),
            ("tautan_sekali_pakai", .array(try links(session))), ("permintaan_persetujuan", .array(try approvals(session))),
            ("daftar_pegawai", .array(try rolls(session))), ("kelompok_kerja", .array(try groups(session))),
            ("jurnal", .array(try journal(session))),
        ])
        var text = ""
        document.append(to: &text)
        return Array((text + "\n").utf8)
    }

    private func roles(_ session: any ReadSession) throws -> [JSONPiece] {
        try session.rows(
            """
            SELECT agency, unit, role, from_day, until_day, granted_by, granted_at, revoked_by, revoked_at FROM grants
            WHERE account = \(account.text) ORDER BY granted_at, id
            """
        ).map { row in
            .object([
                ("instansi", .text(try row.text(0))), ("unit", .optional(try row.optionalText(1))), ("peran", .text(try row.text(2))),
                ("mulai", .text(try row.text(3))), ("sampai", .optional(try row.optionalText(4))),
                ("diberikan_oleh", .text(try row.text(5))), ("diberikan", try Self.moment(row, 6)),
                ("dicabut_oleh", .optional(try row.optionalText(7))), ("dicabut", try Self.moment(row, 8)),
            ])
        }
    }

    private func sessions(_ session: any ReadSession) throws -> [JSONPiece] {
        try session.rows(
            """
            SELECT id, device, created_at, seen_at, revoked_at FROM sessions
            WHERE account = \(account.text) ORDER BY created_at, id
            """
        ).map { row in
            .object([
                ("id", .text(try row.text(0))), ("perangkat", .text(try row.text(1))), ("mulai", try Self.moment(row, 2)),
                ("terakhir_dipakai", try Self.moment(row, 3)), ("diakhiri", try Self.moment(row, 4)),
            ])
        }
    }

    private func links(_ session: any ReadSession) throws -> [JSONPiece] {
        try session.rows(
            """
            SELECT id, kind, created_by, created_at, used_at, withdrawn_at FROM one_time_links
            WHERE account = \(account.text) ORDER BY created_at, id
            """
        ).map { row in
            .object([
                ("id", .text(try row.text(0))), ("untuk", .text(try row.text(1))), ("dibuat_oleh", .text(try row.text(2))),
                ("dibuat", try Self.moment(row, 3)), ("dipakai", try Self.moment(row, 4)), ("ditarik", try Self.moment(row, 5)),
            ])
        }
    }

    private func approvals(_ session: any ReadSession) throws -> [JSONPiece] {
        try session.rows(
            """
            SELECT id, kind, account, request, requested_by, requested_at, decided_by, decided_at, is_granted FROM approvals
            WHERE account = \(account.text) OR requested_by = \(account.text) OR decided_by = \(account.text)
            ORDER BY requested_at, id
            """
        ).map { row in
            .object([
                ("id", .text(try row.text(0))), ("untuk", .text(try row.text(1))), ("tentang", .text(try row.text(2))),
                ("rincian", .text(try row.text(3))), ("diminta_oleh", .text(try row.text(4))), ("diminta", try Self.moment(row, 5)),
                ("diputuskan_oleh", .optional(try row.optionalText(6))), ("diputuskan", try Self.moment(row, 7)),
                ("disetujui", try row.optionalInteger(8).map { .raw($0 == 1 ? "true" : "false") } ?? .null),
            ])
        }
    }

    /// The facts by the person and about the person, with what opens the commitments to their data.
    private func journal(_ session: any ReadSession) throws -> [JSONPiece] {
        var openings: [String: [(String, JSONPiece)]] = [:]
        try session.forEachRow(
            """
            SELECT agency, sequence, field, value, salt FROM journal_openings WHERE account = \(account.text)
            ORDER BY agency, sequence, field
            """
        ) { row in
            openings["\(try row.text(0)) \(try row.integer(1))", default: []].append(
                (
                    try row.text(2),
                    .object([("nilai", .text(try row.text(3))), ("garam", .text(HexText.text(try row.blob(4))))])
                ))
        }
        var facts: [JSONPiece] = []
        // Agency by agency, as the journal is indexed.
        for agency in try session.rows("SELECT agency FROM journal_heads ORDER BY agency").map({ try $0.text(0) }) {
            try session.forEachRow(
                """
                SELECT sequence, text FROM journal_entries WHERE agency = \(agency)
                AND (actor = \(account.text) OR subject = \(account.text)
                OR sequence IN (SELECT sequence FROM journal_openings WHERE account = \(account.text) AND agency = \(agency)))
                ORDER BY sequence
                """
            ) { row in
                let opened = openings["\(agency) \(try row.integer(0))"] ?? []
                // The text of an entry is JSON as it stands.
                facts.append(.object([("fakta", .raw(try row.text(1))), ("pembuka", .object(opened))]))
            }
        }
        return facts
    }

    private static func moment(_ timestamp: Timestamp) -> JSONPiece {
        let rest = Int(timestamp.milliseconds(since: Timestamp(milliseconds: timestamp.seconds * 1_000)))
        return .text(Moment(timestamp).timestamp(milliseconds: rest))
    }

    private static func moment(_ row: Row, _ column: Int) throws -> JSONPiece {
        try row.optionalInteger(column).map { moment(Timestamp(milliseconds: $0)) } ?? .null
    }
}
