import Markup
import Rulebook

/// Statements as a table, by what they are about and from the newest year or day down.
struct StandingsTable {
    let standings: [Standing]
    let catalogue: StandingCatalogue
    /// Who stated and revoked; whoever is not in it stays unnamed.
    let people: [AccountID: String]
    let caption: String
    /// The agency on whose pages statements are revoked, where the viewer may do that.
    var revokedOn: AgencyID?

    func render() -> HTML {
        """
        <table class="fold"><caption>\(caption)</caption><thead><tr><th scope="col">Keadaan</th><th scope="col">Tahun</th><th scope="col">Nilai</th>\
        <th scope="col">Tanggal dokumen</th><th scope="col">Sumber</th><th scope="col">Dicatat oleh</th><th scope="col">Berlaku</th></tr></thead>\
        <tbody>\(HTML.each(sorted, row))</tbody></table>
        """
    }

    private var sorted: [Standing] {
        let holders: [Fact.Holder] = [.agency, .unit]
        let order = Dictionary(
            holders.flatMap(catalogue.facts(about:)).enumerated().map { ($1.source.standing ?? $1.id, $0) },
            uniquingKeysWith: { first, _ in first })
        return standings.sorted { left, right in
            let (first, second) = (order[left.fact] ?? .max, order[right.fact] ?? .max)
            if first != second { return first < second }
            return (left.year ?? 0, left.statedOn, left.id) > (right.year ?? 0, right.statedOn, right.id)
        }
    }

    private func row(_ standing: Standing) -> HTML {
        """
        <tr><th scope="row">\(catalogue.name(of: standing))</th><td data-l="Tahun">\(standing.year.map(String.init) ?? "–")</td>\
        <td data-l="Nilai"><strong>\(standing.text)</strong></td><td data-l="Tanggal dokumen">\(standing.statedOn.text)</td>\
        <td data-l="Sumber" class="text wrapany">\(standing.source)</td>\
        <td data-l="Dicatat oleh" class="text wrapany">\(people[standing.statedBy] ?? "Petugas instansi")</td>\
        <td data-l="Berlaku" class="text wrapany">\(state(of: standing))</td></tr>
        """
    }

    private func state(of standing: Standing) -> HTML {
        if let revocation = standing.revocation {
            let by = people[revocation.by].map { ", oleh \($0)" } ?? ""
            return """
                <span class="st">Dicabut</span> sejak \(revocation.day.text)\(by). \(revocation.reason)
                """
        }
        guard let agency = revokedOn else { return "Ya" }
        return """
            Ya · <a href="\(SitePath.standingRevocation(agency, standing.id).address)">Cabut…<span class="vh"> \(catalogue.name(of: standing)) \
            \(standing.year.map(String.init) ?? standing.statedOn.text)</span></a>
            """
    }
}
