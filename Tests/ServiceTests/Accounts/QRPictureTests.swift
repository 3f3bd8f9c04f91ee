import Markup
import Testing

@testable import Service

@Suite("QR codes as drawings") struct QRPictureTests {
    /// The dots of a drawing, row by row, the quiet ground around them included.
    private func dots(_ text: String) throws -> [[Bool]] {
        let svg = try #require(QRPicture.render(text, title: "Kode")).text
        let box = try #require(svg.firstMatch(of: #/viewBox="0 0 ([0-9]+) /#))
        let width = try #require(Int(box.1))
        var dots = Array(repeating: Array(repeating: false, count: width), count: width)
        let runs = svg.matches(of: /M([0-9]+) ([0-9]+)h([0-9]+)v1H([0-9]+)z/)
        for run in runs {
            let (x, y, length) = (try #require(Int(run.1)), try #require(Int(run.2)), try #require(Int(run.3)))
            #expect(Int(run.4) == x && length > 0)
            for column in x..<(x + length) { dots[y][column] = true }
        }
        return dots
    }

    @Test("A drawing has its three marks in the corners and four rows of quiet around them")
    func marks() throws {
        let dots = try dots("otpauth://totp/Zona:Ani?secret=JBSWY3DPEHPK3PXP")
        let width = dots.count
        #expect((width - 8 - 17).isMultiple(of: 4))
        for row in dots.indices {
            for column in dots.indices where min(row, column) < 4 || max(row, column) >= width - 4 {
                #expect(!dots[row][column])
            }
        }
        let mark = ["1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"]
        for (top, left) in [(4, 4), (4, width - 11), (width - 11, 4)] {
            let found = (0..<7).map { row in (0..<7).map { dots[top + row][left + $0] ? "1" : "0" }.joined() }
            #expect(found == mark)
        }
        // The lower right corner has none, so that an app knows which way is up.
        let corner = (0..<7).map { row in (0..<7).map { dots[width - 11 + row][width - 11 + $0] ? "1" : "0" }.joined() }
        #expect(corner != mark)
        // Between the marks dark and light take turns (the timing pattern).
        for column in 12..<(width - 12) { #expect(dots[10][column] == column.isMultiple(of: 2)) }
    }

    @Test("Different texts make different drawings, and the title is escaped")
    func content() throws {
        let (one, other) = (try dots("rahasia-1"), try dots("rahasia-2"))
        #expect(one != other)
        let svg = try #require(QRPicture.render("x", title: "<b>&")).text
        #expect(svg.contains("<title>&lt;b&gt;&amp;</title>"))
        #expect(svg.hasPrefix("<svg class=\"qr\"") && !svg.contains("style="))
    }

    @Test("The longest text that fits is drawn, a longer one is not")
    func limit() {
        #expect(QRPicture.render(String(repeating: "a", count: 2_330), title: "") != nil)
        #expect(QRPicture.render(String(repeating: "a", count: 2_331), title: "") != nil)
        #expect(QRPicture.render(String(repeating: "a", count: 2_332), title: "") == nil)
    }

    @Test("A key is shown in groups of four")
    func groups() {
        #expect(EnrolmentPage.groups("ABCDEFGH") == "ABCD EFGH")
        #expect(EnrolmentPage.groups("ABCDEFGHI") == "ABCD EFGH I")
        #expect(EnrolmentPage.groups("") == "")
    }
}
