import Markup
import Testing

@Suite struct AddressTests {
    @Test func `An address is made of encoded steps`() {
        #expect(Address().text == "/")
        #expect(Address("periksa", "contoh").text == "/periksa/contoh")
        #expect(Address("a/b", "..", "c d").text == "/a%2Fb/%2E%2E/c%20d")
        #expect(Address("periksa").query("tuju", "wbk").query("q", "a&b").text == "/periksa?tuju=wbk&q=a%26b")
        #expect(Address("", "jahat.example").text == "/jahat.example")
        #expect(Address.fragment("q-A.I.1").text == "#q-A.I.1")
    }

    @Test(arguments: ["javascript:alert(1)", "//jahat.example", "https://jahat.example", "\\\\jahat", "\" onclick=\"x"])
    func `No text leads to another site or into a script`(text: String) {
        for address in [Address(text), Address("periksa").query(text, text), .fragment(text)] {
            #expect(address.text.first == "/" || address.text.first == "#")
            #expect(!address.text.dropFirst().contains { "/:\\\" ".contains($0) } || address.text.hasPrefix("/periksa?"))
            #expect(!("<a href=\"\(address)\">" as HTML).text.dropFirst(9).dropLast(2).contains("\""))
        }
    }
}
