import Markup
import Testing

@testable import Service

@Suite("The page that is wanted after signing in") struct WantedPageTests {
    @Test(
        "Paths of our own pages are led to as they are",
        arguments: [
            "/beranda", "/akun/sandi", "/instansi/01hxyz/jurnal/12", "/instansi/01hxyz/jurnal/12/bukti.jsonl", "/instansi/a_b~c.d-e",
        ])
    func ours(path: String) {
        #expect(WantedPage.address(path)?.text == path)
    }

    @Test(
        "Whatever could lead to another host, or is not plainly a path, is not followed",
        arguments: [
            "", "beranda", "/", "//", "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example", "\\/evil.example",
            "https:", "https://evil.example", "https:/evil.example", "/https://evil.example", "javascript:alert(1)",
            "/%2F%2Fevil.example", "%2F%2Fevil.example", "/%5Cevil.example", "/\t/evil.example", "/\n/evil.example", "\t//evil.example",
            " /beranda", "/beranda ", "/beranda\r\nSet-Cookie: a=b", "/beranda\0", "/./beranda", "/..", "/a/../../evil", "/beranda/",
            "/beranda?x=//evil.example", "/beranda#x", "/@evil.example", "/user:pass@evil.example", "/；evil", "/bérañda", "?", "#",
        ])
    func hostile(path: String) {
        #expect(WantedPage.address(path) == nil)
    }

    @Test("The form itself and the way out are no places to arrive at", arguments: ["/masuk", "/masuk/faktor-kedua", "/keluar"])
    func doors(path: String) {
        #expect(WantedPage.address(path) == nil)
    }

    @Test("A path may be as long as the limit and no longer")
    func length() {
        func path(_ bytes: Int) -> String { "/" + String(repeating: "a", count: bytes - 1) }
        #expect(WantedPage.address(path(WantedPage.longest - 1)) != nil)
        #expect(WantedPage.address(path(WantedPage.longest)) != nil)
        #expect(WantedPage.address(path(WantedPage.longest + 1)) == nil)
    }

    @Test("Every message has a text, and only words of the list are messages")
    func messages() {
        for message in AccountMessage.allCases { #expect(!message.text.isEmpty) }
        #expect(AccountMessage(rawValue: "<b>menang hadiah</b>") == nil)
        #expect(
            SitePath.signIn(wanted: nil).address(telling: .passwordChosen).text == "/masuk?pesan=sandi")
    }
}
