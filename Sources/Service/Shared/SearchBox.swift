import Markup
import Rulebook

/// The field by which a list is searched, and what is said of the result.
struct SearchBox {
    /// The name of the text in the address.
    static let name = "cari"
    /// Characters of it that count.
    static let longest = 100

    let list: SitePath
    let label: String
    /// What was typed; empty for the whole list.
    let typed: String

    /// What stands behind the `?` of the address.
    static func typed(_ query: String) -> String { String(query.filter { $0 != "\0" }.prefix(longest)) }

    func render() -> HTML {
        let reset: HTML? = typed.isEmpty ? nil : "<a href=\"\(list.address)\">Tampilkan semua</a>"
        return """
            <form role="search" class="narrow noprint" action="\(list.address)" method="get">
            \(FormPiece.render(.init(name: Self.name, label: label, hint: "Ejaan lama, gelar, dan salah ketik ringan tetap ketemu.", type: .search, isRequired: false), value: typed))
            <p class="field row"><button class="btn second" type="submit">Cari</button>\(reset)</p></form>
            """
    }

    /// The list as it is asked for now, for links to its other pages.
    var address: Address { typed.isEmpty ? list.address : list.address.query(Self.name, typed) }

    /// What is said where nothing fits.
    static let nothing = "Tidak ada yang cocok. Periksa ejaannya, pakai lebih sedikit kata, atau kosongkan pencarian."

    /// What is said where more fits than is put in order.
    static func cut(_ isCut: Bool) -> HTML? {
        isCut ? "<p class=\"note\">Hanya \(SearchFinder.most) yang paling awal cocok ditampilkan. Tambahkan kata untuk mempersempit.</p>" : nil
    }
}
