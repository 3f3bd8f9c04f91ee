import Markup
import Rulebook

/// Every problem of a file with its place, and what the codes mean.
struct ProblemTable {
    /// Rows of the table; a file in which everything is wrong needs no page of megabytes.
    private static let mostRows = 300

    let problems: [Finding]

    func render() -> HTML {
        let rows = problems.prefix(Self.mostRows).enumerated().map { index, problem -> HTML in
            """
            <tr id="m\(index + 1)" tabindex="-1"><th scope="row"><span class="mono">\(problem.location.isEmpty ? "seluruh berkas" : problem.location)</span></th>\
            <td data-l="Kode"><a class="mono" href="\(CodeGuide.address(of: problem.code))">\(problem.code.rawValue)</a></td><td class="text">\(problem.message)</td></tr>
            """
        }
        let rest = problems.count - rows.count
        return """
            <section class="sec" aria-labelledby="rinci"><h2 id="rinci">Yang harus diperbaiki</h2>
            <table class="fold"><caption>Setiap masalah dengan letaknya di dalam berkas</caption><thead><tr><th scope="col">Letak</th><th scope="col">Kode</th><th scope="col">Masalah dan jalan keluarnya</th></tr></thead><tbody>\(rows)</tbody></table>
            \(rest > 0 ? "<p class=\"small dim\">\(rest) masalah lain tidak ditampilkan. Perbaiki yang tampak lebih dahulu.</p>" : nil)
            \(CodeGuide.render(problems.map(\.code)))</section>
            """
    }
}
