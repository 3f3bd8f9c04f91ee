import Rulebook
import Testing

@Suite("What documents are called") struct DocumentTitleTests {
    @Test(
        "A file's name becomes a title without path, ending and hidden characters",
        arguments: [
            ("SK Tim.pdf", "SK Tim"), ("C:\\Users\\budi\\SK Tim.pdf", "SK Tim"), ("../../etc/passwd", "passwd"), ("/a/b/.env", ".env"),
            ("laporan\u{202E}fdp.exe", "laporanfdp"), ("a\u{0000}b\r\nc.txt", "ab c"), ("tanpa titik", "tanpa titik"), ("Perdana.Menteri", "Perdana.Menteri"),
            ("  dua   spasi .docx", "dua spasi"), ("\u{200B}x.pdf", "x"),
        ])
    func fromNames(name: String, title: String) {
        #expect(DocumentTitle(fileName: name)?.text == title)
    }

    @Test("Names of nothing make no title", arguments: ["", "/", "..", ".", "...", " ", "\u{202E}", "a/b/", "..\\.."])
    func nothing(name: String) {
        let title = DocumentTitle(fileName: name)
        #expect(title == nil || title?.text == "b", "\(name)")
    }

    @Test("A typed title is one line that can be seen", arguments: [(159, true), (160, true), (161, false)])
    func typed(length: Int, isTaken: Bool) {
        #expect((DocumentTitle(String(repeating: "j", count: length)) != nil) == isTaken)
        #expect(DocumentTitle("  SK   Bupati ")?.text == "SK Bupati")
        #expect(DocumentTitle("") == nil && DocumentTitle("a\u{202E}b") == nil && DocumentTitle("a\u{0000}") == nil)
        #expect(DocumentTitle(fileName: String(repeating: "n", count: 500) + ".pdf")?.text.count == 160)
    }

    @Test(
        "The name for saving leads nowhere",
        arguments: [
            ("SK 1/2026", "SK 1-2026.pdf"), ("..", "dokumen.pdf"), ("-rf", "rf.pdf"), ("a:b*c?\"<d>|", "a-b-c---d--.pdf"), (".env", "env.pdf"),
            ("x%00;y", "x-00-y.pdf"),
        ])
    func saving(title: String, name: String) {
        #expect(DocumentTitle(title)?.fileName(ending: "pdf") == name)
    }
}
