import Documents
import Testing

struct CellAddressTests {
    @Test("an address is read with and without dollar signs, in either letter case")
    func reading() {
        let j8 = CellAddress(row: 8, column: 9)
        #expect(j8 != nil)
        for text in ["J8", "$J$8", "$J8", "J$8", "j8"] { #expect(CellAddress(text) == j8, "\(text)") }
        #expect(CellAddress("XFD1048576") == CellAddress(row: 1_048_576, column: 16_383))
    }

    @Test(
        "what is no address is not read",
        arguments: [
            "", "J", "8", "J0", "J08", "$$J8", "J8$", "J$$8", "8J", "J-8", "J8 ", "XFE1", "A1048577", "AAAA1", "Ä1",
            "A12345678", "A99999999999999999999", "@1", "[1", "A1B", "$", "J$",
        ])
    func notAnAddress(text: String) {
        #expect(CellAddress(text) == nil)
    }

    @Test("an address outside a sheet does not exist")
    func outside() {
        #expect(CellAddress(row: 0, column: 0) == nil)
        #expect(CellAddress(row: 1, column: -1) == nil)
        #expect(CellAddress(row: 1_048_577, column: 0) == nil)
        #expect(CellAddress(row: 1, column: 16_384) == nil)
    }

    @Test("the description of every column reads back as that column")
    func columns() {
        for column in 0...CellAddress.lastColumn {
            let address = CellAddress(row: 7, column: column)
            #expect(address.flatMap { CellAddress($0.description) } == address)
        }
        #expect(CellAddress.letters(ofColumn: 25) == "Z")
        #expect(CellAddress.letters(ofColumn: 26) == "AA")
        #expect(CellAddress.letters(ofColumn: 701) == "ZZ")
        #expect(CellAddress.letters(ofColumn: 702) == "AAA")
    }

    @Test("addresses are ordered by row, then by column")
    func order() {
        let addresses = ["B1", "A2", "AA1", "Z1"].compactMap { CellAddress($0) }.sorted()
        #expect(addresses.map(\.description) == ["B1", "Z1", "AA1", "A2"])
    }
}
