import ExactMath
import Markup
import Rulebook

/// The three values on one line from 0 to 100, with a tick at each designation's minimum. Everything is in
/// percent and there is no view box, so that text keeps its size at any width.
struct ScoreBar {
    private struct Minimum {
        let value: Ratio
        let name: String
        let isTarget: Bool
    }

    private let result: CheckedSheet
    private let id: String
    private let minimums: [Minimum]

    /// - Parameter id: of the drawing's title, unique on the page.
    init(_ result: CheckedSheet, id: String) {
        self.result = result
        self.id = id
        var minimums: [Minimum] = []
        for designation in Designation.allCases {
            guard let value = result.totalMinimum(for: designation) else { continue }
            let isTarget = designation == result.designation
            if let same = minimums.firstIndex(where: { $0.value == value }) {
                minimums[same] = Minimum(
                    value: value, name: "\(minimums[same].name), \(designation.acronym)",
                    isTarget: isTarget || minimums[same].isTarget)
            } else {
                minimums.append(Minimum(value: value, name: designation.acronym, isTarget: isTarget))
            }
        }
        self.minimums = minimums.sorted { $0.value < $1.value }
    }

    func render() -> HTML {
        let examination = result.examination
        let floor = examination.floor.total
        let ceiling = examination.ceiling.total
        return """
            <svg class="sb" width="100%" height="98" role="img" aria-labelledby="\(id)"><title id="\(id)">\(sentence)</title>\
            <rect class="g-track" x="0" y="40" width="100%" height="24"/><rect class="g-sure" x="0" y="40" width="\(width(floor))" height="24"/>\
            \(Self.hatched(from: width(floor), wide: width((try? ceiling - floor) ?? .zero), y: 40, height: 24))\
            \(Self.ruler)\(minimums.enumerated().map(tick))\
            <svg x="\(width(examination.spreadsheet.total))" y="52" overflow="visible"><path class="g-mark" d="M0-9L7 0 0 9-7 0z"/></svg></svg>
            """
    }

    /// The part that is still open.
    static func hatched(from x: String, wide width: String, y: Int, height: Int) -> HTML? {
        width == "0.000%"
            ? nil : "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" fill=\"url(#hatch)\"/>"
    }

    private var sentence: String {
        let figures = result.figures
        let examination = result.examination
        let ends = minimums.map { "minimum \($0.name) \(figures.plain($0.value))" }.joined(separator: ", ")
        return
            "Mistar nilai dari 0 sampai 100: sudah pasti \(figures.plain(examination.floor.total)), tampak di lembar \(figures.plain(examination.spreadsheet.total)), paling tinggi \(figures.plain(examination.ceiling.total)); \(ends)."
    }

    private func width(_ points: Ratio) -> String { result.figures.width(points, of: Ratio(100)) }

    /// The first label stands to the left of its tick and the others to the right, so that they never meet.
    private func tick(_ index: Int, _ minimum: Minimum) -> HTML {
        let x = width(minimum.value)
        let isLeft = index == 0 && minimum.value > Ratio(50)
        let side: HTML = isLeft ? "dx=\"-6\" text-anchor=\"end\"" : "dx=\"6\" text-anchor=\"start\""
        let line: HTML =
            minimum.isTarget
            ? "<line class=\"g-min\" x1=\"\(x)\" x2=\"\(x)\" y1=\"2\" y2=\"70\"/>"
            : "<line class=\"g-min\" x1=\"\(x)\" x2=\"\(x)\" y1=\"8\" y2=\"70\" stroke-dasharray=\"3 3\"/>"
        let strong: HTML? = minimum.isTarget ? " class=\"strong\"" : nil
        return
            "\(line)<text\(strong) x=\"\(x)\" y=\"14\" \(side)>\(result.figures.short(minimum.value))</text><text x=\"\(x)\" y=\"29\" \(side)>\(minimum.name)</text>"
    }

    /// Marks every five points, numbers every ten; every other number gives way on narrow screens.
    private static let ruler = HTML.each(0...20) { step in
        let x = step * 5
        let isTen = step.isMultiple(of: 2)
        let line: HTML = "<line class=\"g-tick\" x1=\"\(x)%\" x2=\"\(x)%\" y1=\"64\" y2=\"\(isTen ? 74 : 69)\"/>"
        guard isTen else { return line }
        let anchor = x == 0 ? "start" : x == 100 ? "end" : "middle"
        return
            "\(line)<text\(Attribute("class", step.isMultiple(of: 4) ? nil : "odd")) x=\"\(x)%\" y=\"89\" text-anchor=\"\(anchor)\">\(x)</text>"
    }
}
