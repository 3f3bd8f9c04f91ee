/// A browser and its system in two words, so that people recognise their own sessions. The exact text a browser
/// sends is not kept.
struct Device: Hashable, Sendable {
    /// Such as `Firefox di Windows`.
    let name: String

    // The first that fits counts: most browsers also name those they descend from.
    private static let browsers = [
        ("Edg", "Edge"), ("OPR", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"),
        ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari"),
    ]
    private static let systems = [
        ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("CrOS", "ChromeOS"),
        ("Mac OS X", "macOS"), ("Linux", "Linux"),
    ]

    init(userAgent: String) {
        let text = userAgent.utf8.prefix(512)
        func first(_ marks: [(String, String)]) -> String? {
            marks.first { mark, _ in Substring(text).contains(mark) }?.1
        }
        let browser = first(Self.browsers) ?? "Peramban lain"
        name = first(Self.systems).map { "\(browser) di \($0)" } ?? browser
    }
}
