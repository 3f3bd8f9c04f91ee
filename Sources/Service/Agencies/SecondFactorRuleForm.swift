import Rulebook

/// The ticked roles that need a second factor; `parse(in:)` is the only way out.
struct SecondFactorRuleForm: Sendable {
    enum Field {
        static let role = "peran-wajib"
    }

    let fields: FormFields

    /// The roles that an agency decides about; the nation decides about all. Administrators need one always.
    static func offered(in agency: AgencyID) -> [Role] {
        Role.allCases.filter { role in
            !SecondFactorRequirement.always.contains(role) && (agency == .nation || !role.scopeKinds.contains(.nation))
        }
    }

    /// - Throws: `Refusal` of code `roleScopeMismatch` for a word that is no such role.
    func parse(in agency: AgencyID) throws(Refusal) -> Set<Role> {
        let offered = Self.offered(in: agency)
        var roles: Set<Role> = []
        for word in fields.all(Field.role) {
            guard let role = Role(rawValue: word), offered.contains(role) else {
                throw Refusal(
                    .roleScopeMismatch, at: Field.role, "Ada peran yang tidak diatur di sini. Muat ulang halaman, lalu pilih lagi.")
            }
            roles.insert(role)
        }
        return roles
    }
}
