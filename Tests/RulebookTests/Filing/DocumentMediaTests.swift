import Rulebook
import Testing

@Suite("Kinds of files") struct DocumentMediaTests {
    @Test("Each kind has a name, an ending of its own, and a type that no browser runs")
    func kinds() {
        #expect(Set(DocumentMedia.allCases.map(\.ending)).count == DocumentMedia.allCases.count)
        for media in DocumentMedia.allCases {
            #expect(!media.name.isEmpty)
            #expect(!media.rawValue.contains("html") && !media.rawValue.contains("svg") && !media.rawValue.contains("script"))
        }
    }

    @Test("Every refusal says what to do, at the field")
    func refusals() {
        for refusal in [DocumentMediaRefusal.other("text/html"), .ambiguous, .broken, .macros, .unreadableText] {
            let finding = refusal.refusal(at: "berkas").findings[0]
            #expect(finding.code == .documentMediaRefused && finding.location == "berkas")
            #expect(finding.message.contains("irim"), "\(finding.message)")
        }
        #expect(DocumentMediaRefusal.other("text/html").refusal(at: "").findings[0].message.contains("text/html"))
    }
}
