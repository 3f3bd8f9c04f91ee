/// A table of people: what it says, and what it would change.
public enum PersonImport {
    /// The role that a row wishes for.
    public struct Wish: Hashable, Sendable {
        /// The role.
        public let role: Role
        /// The code of the unit, in capitals; `nil` for the agency.
        public let unit: String?
        /// The first day; `nil` where the row leaves it open.
        public let from: Day?
        /// The last day; `nil` where the row leaves it open.
        public let until: Day?
    }

    /// One row.
    public struct Row: Hashable, Sendable {
        /// Where it stands in the file.
        public let line: Int
        /// As people read it.
        public let name: String
        /// Eighteen digits; `nil` where the row does not say.
        public let nip: String?
        /// In lower case; `nil` where the row does not say.
        public let email: String?
        /// The role that the row wishes for; `nil` for none.
        public let wish: Wish?
    }

    /// A person who is there already.
    public struct Known: Hashable, Sendable {
        /// The account.
        public let account: AccountID
        /// Where the account belongs.
        public let home: Scope
        /// As people read it.
        public let name: String
        /// Eighteen digits; `nil` for none.
        public let nip: String?
        /// In lower case; `nil` for none.
        public let email: String?
        /// Whether it was closed.
        public let isClosed: Bool
        /// Every grant that was not revoked.
        public let grants: [Grant]

        /// Puts together what is stored.
        public init(account: AccountID, home: Scope, name: String, nip: String?, email: String?, isClosed: Bool, grants: [Grant]) {
            self.account = account
            self.home = home
            self.name = name
            self.nip = nip
            self.email = email
            self.isClosed = isClosed
            self.grants = grants
        }
    }

    /// What becomes of one person.
    public struct Item: ImportItem {
        /// `nil` for a new one.
        public let account: AccountID?
        /// As people read it.
        public let name: String
        /// Eighteen digits; `nil` for none.
        public let nip: String?
        /// In lower case; `nil` for none.
        public let email: String?
        /// Whether the personal data becomes another.
        public let isCorrected: Bool
        /// The role that is given; its id is made when it is.
        public let grant: Grant?

        /// All of it in one line.
        public var wording: String {
            let role = grant.map { "\($0.role.rawValue)\t\($0.scope)\t\($0.from)\t\($0.until?.description ?? "")" } ?? ""
            return "\(account?.text ?? "")\t\(name)\t\(nip ?? "")\t\(email ?? "")\t\(role)"
        }
    }

    /// Reads the rows; every problem goes into `findings`, each at its cell. Rows with problems are left out.
    ///
    /// - Complexity: O(rows)
    public static func read(_ table: PlainTable, into findings: inout [Finding]) -> (rows: [Row], heading: ImportHeading<PersonColumn>) {
        let heading = ImportHeading<PersonColumn>(table, into: &findings)
        if !heading.has(.nip), !heading.has(.email) {
            findings.append(
                .error(
                    .importColumnMissing, at: table.place(line: table.headingLine),
                    "Kolom “nip” atau “surel” harus ada, karena salah satunya dipakai untuk masuk. Tambahkan salah satu atau keduanya."))
            return ([], heading)
        }
        guard heading.has(.name) else { return ([], heading) }
        var rows: [Row] = []
        var lines: [String: Int] = [:]
        for row in table.rows {
            let before = findings.count
            let name = name(row, heading, into: &findings)
            let nip = signInName(.nip, .nip, row, heading, into: &findings)
            let email = signInName(.email, .email, row, heading, into: &findings)
            if findings.count == before, nip == nil, email == nil {
                findings += SignInNameRefusal.missing.refusal(at: heading.place(heading.has(.nip) ? .nip : .email, line: row.line)).findings
            }
            for (key, field) in [(nip, PersonColumn.nip), (email, .email)] {
                guard let key else { continue }
                if let earlier = lines[key] {
                    let thing = field == .nip ? "NIP \(key)" : "Surel \(key)"
                    findings.append(ImportWords.twice(thing, at: heading.place(field, line: row.line), line: row.line, earlier: earlier))
                } else {
                    lines[key] = row.line
                }
            }
            let wish = wish(row, heading, into: &findings)
            if findings.count == before { rows.append(Row(line: row.line, name: name, nip: nip, email: email, wish: wish)) }
        }
        return (rows, heading)
    }

    private static func name(_ row: PlainTable.Row, _ heading: ImportHeading<PersonColumn>, into findings: inout [Finding]) -> String {
        let typed = heading.text(.name, row, into: &findings)
        do throws(PersonNameRefusal) { return try PersonName(typed).text } catch {
            findings += error.refusal(at: heading.place(.name, line: row.line)).findings
            return ""
        }
    }

    private static func signInName(
        _ field: PersonColumn, _ kind: SignInName.Kind, _ row: PlainTable.Row, _ heading: ImportHeading<PersonColumn>, into findings: inout [Finding]
    ) -> String? {
        let typed = heading.text(field, row, into: &findings)
        if typed.isEmpty { return nil }
        let place = heading.place(field, line: row.line)
        // A spreadsheet keeps fifteen digits of a number; the last three of a NIP are made up then.
        if field == .nip, heading.cell(field, row).kind == .number {
            findings.append(
                .error(
                    .importNumberRounded, at: place,
                    "NIP disimpan sebagai angka, dan lembar kerja membulatkan angka sepanjang itu. Ubah format kolomnya menjadi teks, lalu ketik ulang NIP."))
            return nil
        }
        do throws(SignInNameRefusal) {
            let name = try SignInName(typed)
            guard name.kind == kind else { throw .malformed }
            return name.key
        } catch {
            findings += error.refusal(at: place).findings
            return nil
        }
    }

    private static func wish(_ row: PlainTable.Row, _ heading: ImportHeading<PersonColumn>, into findings: inout [Finding]) -> Wish? {
        let typed = heading.text(.role, row, into: &findings)
        let unit = heading.text(.unit, row, into: &findings)
        let from = day(.from, row, heading, into: &findings)
        let until = day(.until, row, heading, into: &findings)
        guard !typed.isEmpty else {
            guard !unit.isEmpty || from != nil || until != nil else { return nil }
            findings.append(
                .error(
                    .roleScopeMismatch, at: heading.place(.role, line: row.line),
                    "Baris ini menyebut unit atau masa, tetapi tidak menyebut peran. Isi perannya, atau kosongkan unit dan masanya."))
            return nil
        }
        guard let role = ImportWords.role(typed) else {
            let names = Role.allCases.filter { !$0.scopeKinds.contains(.nation) }.map(\.name).joined(separator: ", ")
            findings.append(
                .error(
                    .roleScopeMismatch, at: heading.place(.role, line: row.line),
                    "Peran “\(String(typed.prefix(40)))” tidak dikenal. Yang dikenal: \(names)."))
            return nil
        }
        if let from, let until, until < from {
            findings += GrantRefusal.endsBeforeItBegins.refusal.findings.map {
                Finding($0.code, $0.severity, at: heading.place(.until, line: row.line), $0.message)
            }
        }
        return Wish(role: role, unit: unit.isEmpty ? nil : unit.uppercased(), from: from, until: until)
    }

    private static func day(
        _ field: PersonColumn, _ row: PlainTable.Row, _ heading: ImportHeading<PersonColumn>, into findings: inout [Finding]
    ) -> Day? {
        let text = heading.text(field, row, into: &findings)
        if text.isEmpty { return nil }
        if let day = ImportWords.day(heading.cell(field, row)) { return day }
        findings.append(
            .error(
                .grantPeriodInvalid, at: heading.place(field, line: row.line),
                "Tanggal “\(String(text.prefix(40)))” tidak terbaca. Tulis seperti 2026-11-24 atau 24/11/2026."))
        return nil
    }
}
