import Markup

/// Which page of a list is shown, as `?hal=2` says it, and the ways to its neighbours.
struct Paging: Hashable, Sendable {
    /// The name of the number in the address.
    static let name = "hal"
    /// No list is paged through further than this; a larger number cannot have come from a link of ours.
    private static let last = 100_000

    /// From 0.
    let page: Int
    let hasNext: Bool

    /// Reads the number behind `?hal=`, which counts from 1; anything else is the first page.
    static func page(_ text: String) -> Int {
        guard let number = Int(text), (1...last).contains(number) else { return 0 }
        return number - 1
    }

    /// - Parameters:
    ///   - count: how many rows were read, one more than is shown when there is a next page.
    ///   - length: how many rows a page shows.
    init(page: Int, count: Int, length: Int) {
        self.page = page
        hasNext = count > length
    }

    /// Links to the page before and the page after; nothing for a list of one page.
    ///
    /// - Parameter address: the list, with whatever else it is asked for.
    func links(_ address: Address) -> HTML? {
        if page == 0, !hasNext { return nil }
        let before: HTML? =
            page > 0 ? "<a rel=\"prev\" href=\"\(address.query(Self.name, String(page)))\">Halaman sebelumnya</a>" : nil
        let after: HTML? =
            hasNext ? "<a rel=\"next\" href=\"\(address.query(Self.name, String(page + 2)))\">Halaman berikutnya</a>" : nil
        return """
            <nav class="row" aria-label="Halaman daftar">\(before)<span class="dim">Halaman \(page + 1)</span>\(after)</nav>
            """
    }
}
