import ExactMath
import Markup
import Rulebook

/// The shape of six areas, each in percent of its weight. Drawn for six only: with fewer, bars say the same.
struct AreaRadar {
    private let areas: [AreasSection.Area]

    /// Directions of six axes, clockwise from the top, in thousandths.
    private static let axes = [(0, -1_000), (866, -500), (866, 500), (0, 1_000), (-866, 500), (-866, -500)]
    /// Tenths of a unit of the drawing: the centre, and how far 100 % lies from it.
    private static let centre = (x: 1_800, y: 1_720)
    private static let radius = 1_320

    init(_ areas: [AreasSection.Area]) {
        self.areas = areas
    }

    func render() -> HTML? {
        guard areas.count == Self.axes.count else { return nil }
        let minimums = areas.compactMap { area in area.outcome.map { thousandths($0.minimum, area.weight) } }
        let hasMinimums = minimums.count == areas.count
        let now = areas.map { thousandths($0.floor, $0.weight) }
        let best = areas.map { thousandths($0.ceiling, $0.weight) }
        let isOpen = now != best
        let dots = areas.indices.map { index -> HTML in
            let (x, y) = point(index, now[index])
            let isShort = areas[index].outcome?.met == false
            return "<circle class=\"dot\(isShort ? " low" : "")\" cx=\"\(x)\" cy=\"\(y)\" r=\"\(isShort ? 5 : 4)\"/>\(number(index))"
        }
        return """
            <figure class="stack"><svg class="radar" viewBox="0 0 360 344" role="img" aria-labelledby="radar"><title id="radar">Radar enam area, persen dari bobot tiap area. Angka lengkap ada di tabel di sampingnya.</title>\(Self.web)\(isOpen ? polygon(best, "best") : nil)\(hasMinimums ? polygon(minimums, "min") : nil)\(polygon(now, "now"))\(dots)<text x="184" y="106">50</text><text x="184" y="54">100</text></svg>
            <figcaption><ul class="legend">\(key("now", "Kini"))\(isOpen ? key("best", "Paling tinggi") : nil)\(hasMinimums ? key("min", "Minimum") : nil)</ul></figcaption></figure>
            """
    }

    private func thousandths(_ part: Ratio, _ whole: Ratio) -> Int {
        let share = (try? part / whole) ?? nil
        let clamped = share?.clamped(from: .zero, to: .one) ?? .zero
        return Int(clamped.numerator * 1_000 / clamped.denominator)
    }

    /// A place on an axis, in units of the drawing.
    private func point(_ axis: Int, _ thousandths: Int) -> (x: String, y: String) { Self.point(axis, thousandths) }

    private static func point(_ axis: Int, _ thousandths: Int) -> (x: String, y: String) {
        let x = centre.x + axes[axis].0 * radius / 1_000 * thousandths / 1_000
        let y = centre.y + axes[axis].1 * radius / 1_000 * thousandths / 1_000
        return ("\(x / 10).\(x % 10)", "\(y / 10).\(y % 10)")
    }

    private func polygon(_ values: [Int], _ style: HTML) -> HTML {
        "<polygon class=\"\(style)\" points=\"\(Self.points(values))\"/>"
    }

    private static func points(_ values: [Int]) -> String {
        values.enumerated().map { index, value in
            let (x, y) = point(index, value)
            return "\(x),\(y)"
        }.joined(separator: " ")
    }

    /// The number of the area, just outside of the web.
    private func number(_ axis: Int) -> HTML {
        let (x, y) = point(axis, 1_130)
        return "<text class=\"n\" x=\"\(x)\" y=\"\(y)\" dy=\"5\">\(areas[axis].number)</text>"
    }

    private static let web: HTML = {
        let rings = HTML.each([250, 500, 750, 1_000]) { ring in
            "<polygon class=\"web\" points=\"\(points(Array(repeating: ring, count: axes.count)))\"/>"
        }
        let spokes = HTML.each(axes.indices) { axis in
            let (x, y) = point(axis, 1_000)
            return "<line class=\"web\" x1=\"180\" y1=\"172\" x2=\"\(x)\" y2=\"\(y)\"/>"
        }
        return rings + spokes
    }()

    private func key(_ style: HTML, _ name: HTML) -> HTML {
        "<li><svg class=\"radar\" viewBox=\"0 0 26 10\" aria-hidden=\"true\"><path class=\"\(style)\" d=\"M0 5h26\"/></svg>\(name)</li>"
    }
}
