import ExactMath
import Markup
import Rulebook

/// How many have signed, on one line from nobody to everybody, with a tick at what is asked for. Like ``ScoreBar`` it is drawn
/// in percent, so that text keeps its size at any width.
struct CoverageBar {
    let coverage: PactCoverage
    let rule: PactRule
    /// Of the drawing's title, unique on the page.
    let id: String

    func render() -> HTML? {
        guard let share = coverage.share else { return nil }
        let figures = Figures(places: 2)
        let bound = figures.width(rule.share, of: .one)
        let isRight = rule.share > Self.middle
        let side: HTML = isRight ? "dx=\"-6\" text-anchor=\"end\"" : "dx=\"6\" text-anchor=\"start\""
        return """
            <svg class="sb" width="100%" height="74" role="img" aria-labelledby="\(id)"><title id="\(id)">\(sentence(share))</title>\
            <rect class="g-track" x="0" y="24" width="100%" height="24"/><rect class="g-sure" x="0" y="24" width="\(figures.width(share, of: .one))" height="24"/>\
            <line class="g-min" x1="\(bound)" x2="\(bound)" y1="4" y2="54"/><text class="strong" x="\(bound)" y="15" \(side)>\(asked)</text>\
            \(Self.ruler)</svg>
            """
    }

    private static let middle = ((try? Ratio(1, over: 2)) ?? nil) ?? .zero

    /// What is asked for, short: `> 50%`.
    private var asked: String { "\(rule.isExclusive ? ">" : "≥") \(DeclarationChecks.percent(rule.share, against: .zero))" }

    private func sentence(_ share: Ratio) -> String {
        "Cakupan pakta integritas: \(coverage.signed) dari \(coverage.employed) pegawai, \(DeclarationChecks.percent(share, against: rule.share)); \(DeclarationChecks.words(rule))."
    }

    private static let ruler = HTML.each([0, 25, 50, 75, 100]) { x in
        let anchor = x == 0 ? "start" : x == 100 ? "end" : "middle"
        return """
            <line class="g-tick" x1="\(x)%" x2="\(x)%" y1="48" y2="56"/><text x="\(x)%" y="70" text-anchor="\(anchor)">\(x)%</text>
            """
    }
}
