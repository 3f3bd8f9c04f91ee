import Testing

@testable import Service

@Suite("Browsers in the list of sessions") struct DeviceTests {
    @Test(
        "Browser and system are told in two words",
        arguments: [
            ("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox di Linux"),
            ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36", "Chrome di Windows"),
            ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0", "Edge di Windows"),
            ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36 OPR/111.0", "Opera di Windows"),
            (
                "Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0 Mobile Safari/537.36",
                "Samsung Internet di Android"
            ),
            ("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36", "Chrome di Android"),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
                "Safari di iPhone"
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/126.0 Mobile/15E148 Safari/604.1",
                "Chrome di iPhone"
            ),
            ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15", "Safari di macOS"),
            ("Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36", "Chrome di ChromeOS"),
            ("curl/8.5.0", "Peramban lain"), ("", "Peramban lain"), ("Linux", "Peramban lain di Linux"),
            ("<script>Firefox</script>", "Firefox"), ("\u{0}\u{FFFD}\n", "Peramban lain"),
        ])
    func naming(userAgent: String, name: String) {
        #expect(Device(userAgent: userAgent).name == name)
    }

    @Test("What stands behind the first 512 bytes is not looked at")
    func bounded() {
        func after(_ bytes: Int) -> String { Device(userAgent: String(repeating: "x", count: bytes) + "Chrome").name }
        #expect(after(505) == "Chrome")
        #expect(after(506) == "Chrome")
        #expect(after(507) == "Peramban lain")
        #expect(Device(userAgent: "Firefox " + String(repeating: "é", count: 1_000)).name == "Firefox")
    }
}
