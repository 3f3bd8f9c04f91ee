import Foundation
import Rulebook

/// `docs/hak-akses.md`, made by asking the policy about everything.
enum AccessDocument {
    static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "docs/hak-akses.md")

    static func text() throws -> String {
        ([intro, roles(), legend] + (try Capability.Group.allCases.map(matrix)) + [granting(), try conflicts(), rules]).joined(separator: "\n")
    }

    private static let intro = """
        # Hak akses

        Halaman ini memperlihatkan siapa boleh melakukan apa. Isinya dibuat dari aturan di dalam program dan dicocokkan oleh uji setiap kali
        program dibangun, jadi tidak diubah dengan tangan. Yang tidak tertulis di sini tidak diperbolehkan. Alasannya ada pada
        [ADR 0025](adr/0025-access-is-denied-by-default-and-key-roles-take-two-people.md) (bahasa Inggris).

        """

    private static let legend = """
        ## Cara membaca

        Setiap sel menyebut *terhadap apa* sebuah peran boleh melakukan tindakan itu; `–` berarti tidak boleh sama sekali.

        | kata | maksudnya |
        |---|---|
        | diri sendiri | akun orang yang bertindak |
        | unit sendiri | unit yang disebut pada peran itu |
        | unit seinstansi | semua unit pada instansi tempat peran berlaku |
        | orang unit ini | orang yang berperan pada unit itu |
        | orang seinstansi | orang yang berperan pada instansi itu atau unitnya, termasuk diri sendiri, juga bila ia merangkap instansi lain |
        | orang lain yang hanya di instansi ini | seperti di atas, tetapi tanpa peran di luar instansi itu, dan bukan diri sendiri |
        | nasional | tingkat nasional sendiri, tanpa isi instansi |

        Tindakan yang memberi kuasa atas akun (membetulkan, menutup, mengakhiri sesi, mengatur ulang) menuntut wewenang atas *seluruh* lingkup
        akun itu. Akun tanpa lingkup dianggap milik tingkat nasional.

        """

    private static let rules = """
        ## Dua orang

        - Peran kunci ialah \(Role.allCases.filter(\.isKey).map(\.name).joined(separator: ", ")). Peran itu diberikan dan dicabut oleh dua orang,
          kecuali admin nasional yang memutuskan peran kunci suatu instansi.
        - Orang kedua bukan pemohon, bukan orang yang bersangkutan, dan berwenang atas peran yang sama.
        - Akun dengan peran kunci diatur ulang oleh dua orang, keduanya bukan pemiliknya. Akun itu juga ditutup oleh dua orang; pemiliknya boleh
          menjadi pemohon, tidak boleh menjadi penyetuju.
        - Tidak seorang pun memberi peran kepada dirinya sendiri. Mengembalikan peran sendiri mengikuti aturan pencabutan.
        - Admin terakhir suatu instansi, dan admin nasional terakhir, tidak dapat dicabut perannya atau ditutup akunnya sebelum ada penggantinya.
        - Pencabutan berlaku seketika. Peran dengan hari terakhir berlaku sampai hari itu usai.
        - Bila orang kedua tidak ada, pengelola server memakai baris perintah; itu pun tercatat di jurnal.
        - Faktor kedua selalu wajib bagi \(Role.allCases.filter(SecondFactorRequirement.always.contains).map(\.name).joined(separator: " dan ")).

        """

    private static func roles() -> String {
        var lines = ["## Peran", "", "| peran | kata di basis data | diberikan untuk |", "|---|---|---|"]
        for role in Role.allCases {
            let kinds = Scope.Kind.allCases.filter(role.scopeKinds.contains).map(\.name).joined(separator: " atau ")
            lines.append("| \(role.name) | `\(role.rawValue)` | \(kinds) |")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func matrix(of group: Capability.Group) throws -> String {
        let capabilities = Capability.allCases.filter { $0.group == group }
        var lines = ["## \(group.rawValue)", "", "| peran | \(capabilities.map(\.name).joined(separator: " | ")) |"]
        lines.append("|---|" + String(repeating: "---|", count: capabilities.count))
        for standing in People.standings {
            let caller = try standing.caller()
            let cells = capabilities.map { capability in
                cell(Relation.allCases.filter { AccessPolicy.decide(capability, by: caller, on: $0.target(for: standing)).isAllowed })
            }
            lines.append("| \(standing) | \(cells.joined(separator: " | ")) |")
        }
        let nobody = capabilities.map { capability in
            cell(
                Relation.allCases.filter {
                    AccessPolicy.decide(
                        capability, by: Caller("saya", grants: [], on: People.today), on: $0.target(for: .init(role: .unitMember, kind: .unit))
                    ).isAllowed
                })
        }
        lines.append("| tanpa peran | \(nobody.joined(separator: " | ")) |")
        return lines.joined(separator: "\n") + "\n"
    }

    /// Sets of relations that have a word of their own, larger ones first. No two sets share a word, so nothing is lost.
    private static let words: [(String, Set<Relation>)] = [
        (
            "semua orang",
            [
                .oneself, .ownUnitPerson, .siblingUnitPerson, .ownAgencyPerson, .bothAgenciesPerson, .otherAgencyPerson, .nationalPerson, .scopelessPerson,
            ]
        ),
        (
            "semua orang lain",
            [.ownUnitPerson, .siblingUnitPerson, .ownAgencyPerson, .bothAgenciesPerson, .otherAgencyPerson, .nationalPerson, .scopelessPerson]
        ),
        ("orang seinstansi", [.oneself, .ownUnitPerson, .siblingUnitPerson, .ownAgencyPerson, .bothAgenciesPerson]),
        ("orang lain yang hanya di instansi ini", [.ownUnitPerson, .siblingUnitPerson, .ownAgencyPerson]),
        ("orang unit ini, termasuk diri sendiri", [.oneself, .ownUnitPerson]),
        ("semua unit", [.ownUnit, .siblingUnit, .foreignUnit]),
        ("unit seinstansi", [.ownUnit, .siblingUnit]),
        ("semua instansi", [.ownAgency, .otherAgency]),
    ]

    private static func cell(_ allowed: [Relation]) -> String {
        var rest = Set(allowed)
        var parts: [String] = []
        for (word, set) in words where set.isSubset(of: rest) {
            parts.append(word)
            rest.subtract(set)
        }
        parts += Relation.allCases.filter(rest.contains).map(\.rawValue)
        return parts.isEmpty ? "–" : parts.joined(separator: ", ")
    }

    private static func granting() -> String {
        var lines = [
            "## Memberi dan mencabut peran", "",
            "*Sendiri* berarti cukup satu orang; *berdua* berarti dengan persetujuan orang kedua yang sama wewenangnya.", "",
            "| peran yang diberikan | oleh siapa | oleh orang instansi lain |", "|---|---|---|",
        ]
        for given in People.standings {
            lines.append(
                "| \(given) | \(givers(of: given, from: \.scope)) | \(givers(of: given) { $0.kind == .agency ? People.b : $0.kind == .unit ? People.b1 : nil }) |"
            )
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func givers(of given: People.Standing, from place: (People.Standing) -> Scope?) -> String {
        let found = People.standings.compactMap { giver -> String? in
            guard let scope = place(giver) else { return nil }
            switch GrantRule.authority(of: giver.role, for: scope, over: given.role, for: given.scope) {
            case .alone: return "\(giver), sendiri"
            case .withSecond: return "\(giver), berdua"
            case nil: return nil
            }
        }
        return found.isEmpty ? "–" : found.joined(separator: "; ")
    }

    private static func conflicts() throws -> String {
        var lines = [
            "## Yang tidak dirangkap", "",
            "Rangkapan ditolak bila kedua peran berlaku pada hari yang sama. *Lingkup yang bertemu* berarti unit yang sama, atau instansi dengan unitnya.",
            "", "| peran | tidak dirangkap dengan |", "|---|---|",
        ]
        for one in Role.allCases {
            let others = try Role.allCases.compactMap { other -> String? in
                let verdict = try meeting(one, other)
                return verdict.isEmpty ? nil : "\(other.name) (\(verdict))"
            }
            lines.append("| \(one.name) | \(others.isEmpty ? "–" : others.joined(separator: "; ")) |")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Where two roles conflict: tried for all scopes of the small nation.
    private static func meeting(_ one: Role, _ other: Role) throws -> String {
        var overlapping: Set<Bool> = []
        var apart: Set<Bool> = []
        let scopes: [Scope] = [.nation, People.a, People.b, People.a1, People.a2, People.b1]
        for left in scopes where one.scopeKinds.contains(left.kind) {
            for right in scopes where other.scopeKinds.contains(right.kind) {
                let conflict = GrantRule.conflict(try People.grant(one, left), try People.grant(other, right))
                if left.overlaps(right) { overlapping.insert(conflict) } else { apart.insert(conflict) }
            }
        }
        switch (overlapping, apart) {
        case ([true], []), ([true], [true]), ([], [true]): return "selalu"
        case ([true], [false]): return "lingkup yang bertemu"
        case (_, _) where !overlapping.contains(true) && !apart.contains(true): return ""
        default: return "sebagian"
        }
    }
}
