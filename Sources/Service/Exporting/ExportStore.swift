import Relational
import Rulebook

/// Lists as rows of texts, for files.
enum ExportStore {
    /// The units of an agency in the order of names: code, name, code of the unit above, state.
    ///
    /// - Throws: `RelationalError`.
    static func units(of agency: AgencyID, most: Int, in session: any ReadSession) throws -> [[String]] {
        var rows: [[String]] = []
        try session.forEachRow(
            """
            SELECT u.code, u.name, p.code, u.closed_at FROM work_units u
            LEFT JOIN work_units p ON p.agency = u.agency AND p.id = u.parent
            WHERE u.agency = \(agency.text) ORDER BY lower(u.name), u.id LIMIT \(most)
            """
        ) { row in
            rows.append([
                try row.text(0), try row.text(1), try row.optionalText(2) ?? "", try row.optionalInteger(3) == nil ? "berjalan" : "ditutup",
            ])
        }
        return rows
    }

    /// The people of an agency and those with a role in it, in the order of names: name, NIP, address, state, roles there. Whose data
    /// was erased is left out.
    ///
    /// - Throws: `RelationalError`.
    static func people(of agency: AgencyID, on today: Day, most: Int, in session: any ReadSession) throws -> [[String]] {
        var roles: [String: [String]] = [:]
        try session.forEachRow(
            """
            SELECT g.account, g.role, u.code, g.until_day FROM grants g
            LEFT JOIN work_units u ON u.agency = g.agency AND u.id = g.unit
            WHERE g.agency = \(agency.text) AND g.revoked_at IS NULL ORDER BY g.account, g.id
            """
        ) { row in
            if let until = try row.optionalText(3), until < today.description { return }
            guard let role = Role(rawValue: try row.text(1)) else { return }
            roles[try row.text(0), default: []].append(role.name + (try row.optionalText(2).map { " (\($0))" } ?? ""))
        }
        var rows: [[String]] = []
        try session.forEachRow(
            """
            SELECT a.id, p.name, p.nip, p.email, a.state FROM accounts a JOIN people p ON p.account = a.id
            WHERE a.id IN (SELECT id FROM accounts WHERE agency = \(agency.text)
            UNION SELECT account FROM grants WHERE agency = \(agency.text) AND revoked_at IS NULL)
            ORDER BY lower(p.name), a.id LIMIT \(most)
            """
        ) { row in
            let account = try row.text(0)
            rows.append([
                try row.text(1), try row.optionalText(2) ?? "", try row.optionalText(3) ?? "",
                (AccountState(rawValue: try row.text(4)) ?? .closed).name.lowercased(), (roles[account] ?? []).joined(separator: "; "),
            ])
        }
        return rows
    }
}
