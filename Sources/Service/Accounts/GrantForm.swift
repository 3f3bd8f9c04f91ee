import Rulebook

/// The role that was chosen for a person; `parse(in:as:)` is the only way out.
struct GrantForm: Sendable {
    enum Field {
        static let role = "peran"
        /// The code of an agency other than the one of the page.
        static let agency = "kode-instansi"
        static let unit = "unit"
        static let from = "mulai"
        static let until = "sampai"
    }

    let fields: FormFields

    /// - Parameters:
    ///   - agency: where the role is to count; the unit is one of its units.
    ///   - id: names the new granting.
    /// - Throws: `Refusal` with every problem, each at its field. Whether the role may be given shows only when it is.
    func parse(in agency: AgencyID, as id: GrantID) throws(Refusal) -> Grant {
        var findings: [Finding] = []
        let role = Role(rawValue: fields.text(Field.role))
        if role == nil { findings.append(.error(.roleScopeMismatch, at: Field.role, "Pilih peran dari daftar.")) }
        let from = day(Field.from, into: &findings)
        if from == nil, findings.allSatisfy({ $0.location != Field.from }) {
            findings.append(.error(.grantPeriodInvalid, at: Field.from, "Isi hari pertama peran."))
        }
        let until = day(Field.until, into: &findings)
        let unit = fields.text(Field.unit)
        let scope = Scope(chain: agency, unit: unit.isEmpty || agency == .nation ? nil : WorkUnitID(unit))
        if let role, !role.scopeKinds.contains(scope.kind) {
            findings += GrantRefusal.scopeDoesNotFit(role).refusal.at(Field.unit).findings
        }
        if let from, let until, until < from {
            findings += GrantRefusal.endsBeforeItBegins.refusal.at(Field.until).findings
        }
        guard findings.isEmpty, let role, let from else { throw Refusal(findings) }
        do throws(GrantRefusal) {
            return try Grant(id: id, role: role, scope: scope, from: from, until: until)
        } catch { throw error.refusal }
    }

    /// A day as the browser's calendar sends it; `nil` for none.
    private func day(_ field: String, into findings: inout [Finding]) -> Day? {
        let text = fields.text(field)
        if text.isEmpty { return nil }
        guard let day = Day(text) else {
            findings.append(
                .error(.grantPeriodInvalid, at: field, "Tulis hari sebagai tahun-bulan-tanggal, misalnya 2026-11-24."))
            return nil
        }
        return day
    }
}

extension Refusal {
    /// The same problems, all at one field.
    fileprivate func at(_ field: String) -> Refusal {
        Refusal(findings.map { Finding($0.code, $0.severity, at: field, $0.message) })
    }
}
