import Relational
import Rulebook

extension OwnDataExport {
    /// The rolls of units on which the person stands, with the pacts they signed.
    func rolls(_ session: any ReadSession) throws -> [JSONPiece] {
        try session.rows(
            """
            SELECT e.agency, e.unit, e.id, e.name, e.nip, e.from_day, e.until_day, s.candidacy, s.signed_on, s.manner
            FROM employees e LEFT JOIN pact_signatures s ON s.agency = e.agency AND s.employee = e.id
            WHERE e.account = \(account.text) ORDER BY e.agency, e.id, s.candidacy
            """
        ).map { row in
            .object([
                ("instansi", .text(try row.text(0))), ("unit", .text(try row.text(1))), ("pegawai", .text(try row.text(2))),
                ("nama", .optional(try row.optionalText(3))), ("nip", .optional(try row.optionalText(4))),
                ("mulai", .optional(try row.optionalText(5))), ("sampai", .optional(try row.optionalText(6))),
                ("pencalonan", .optional(try row.optionalText(7))), ("pakta_ditandatangani", .optional(try row.optionalText(8))),
                ("cara", .optional(try row.optionalText(9))),
            ])
        }
    }

    /// The working groups of which the person is a member.
    func groups(_ session: any ReadSession) throws -> [JSONPiece] {
        try session.rows(
            """
            SELECT agency, year, part, name, nip FROM working_group_members WHERE account = \(account.text) ORDER BY agency, year, id
            """
        ).map { row in
            .object([
                ("instansi", .text(try row.text(0))), ("tahun", .number(try row.integer(1))), ("kedudukan", .text(try row.text(2))),
                ("nama", .optional(try row.optionalText(3))), ("nip", .optional(try row.optionalText(4))),
            ])
        }
    }
}
