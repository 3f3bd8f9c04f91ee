import Relational
import Testing

@Suite("Statements with their values apart")
struct SQLTests {
    @Test("A value becomes a number in the text and stands in the list")
    func values() {
        let name = "x'; DROP TABLE t; --"
        let statement: SQL = "SELECT a FROM t WHERE b = \(name) AND c = \(5) AND d = \(true)"
        #expect(statement.text == "SELECT a FROM t WHERE b = $1 AND c = $2 AND d = $3")
        #expect(statement.arguments == [.text(name), .integer(5), .integer(1)])
    }

    @Test("A text without values stays as it is")
    func plain() {
        let statement: SQL = "SELECT 1"
        #expect(statement == SQL(text: "SELECT 1"))
        #expect(statement.arguments == [])
    }

    @Test("Each kind of value keeps its kind, and nothing stays nothing")
    func kinds() {
        let none: String? = nil
        let number: Int64? = 7
        let bytes: [UInt8] = [0, 255]
        let statement: SQL = "\(none) \(number) \(bytes) \("") \(Int64.min) \(SQLValue.null) \(false) \([UInt8]())"
        #expect(statement.text == "$1 $2 $3 $4 $5 $6 $7 $8")
        #expect(statement.arguments == [.null, .integer(7), .blob([0, 255]), .text(""), .integer(.min), .null, .integer(0), .blob([])])
    }

    @Test("A piece is numbered on from where the statement stands")
    func pieces() {
        let piece: SQL = "b = \("x") AND c = \("y")"
        let statement: SQL = "a = \(1) AND (\(piece)) AND d = \(2)"
        #expect(statement.text == "a = $1 AND (b = $2 AND c = $3) AND d = $4")
        #expect(statement.arguments == [.integer(1), .text("x"), .text("y"), .integer(2)])
    }

    @Test("Pieces inside pieces, at the beginning, at the end and alone")
    func nestedPieces() {
        let inner: SQL = "\(1)"
        let middle: SQL = "\(inner), \(2)"
        let outer: SQL = "\(middle), \(inner)"
        #expect(outer.text == "$1, $2, $3")
        #expect(outer.arguments == [.integer(1), .integer(2), .integer(1)])
        let empty: SQL = ""
        let around: SQL = "a\(empty)b\(3)"
        #expect(around.text == "ab$1")
    }

    @Test("A piece may repeat a number, and numbers of two digits are read whole")
    func repeated() {
        let piece = SQL(text: "$2 $10 $1 $1", arguments: (1...10).map { .integer($0) })
        let statement: SQL = "\("first") \(piece)9"
        #expect(statement.text == "$1 $3 $11 $2 $29")
        #expect(statement.arguments.count == 11)
    }

    @Test("A list is separated by commas; an empty one is nothing")
    func lists() {
        let three: SQL = "IN (\(list: ["a", "b", "c"])) \(9)"
        #expect(three.text == "IN ($1, $2, $3) $4")
        #expect(three.arguments == [.text("a"), .text("b"), .text("c"), .integer(9)])
        let one: SQL = "IN (\(list: [1]))"
        #expect(one.text == "IN ($1)")
        let none: SQL = "IN (\(list: [Int]()))"
        #expect(none.text == "IN (NULL)")
        #expect(none.arguments == [])
    }

    @Test("A set is a list as well, and missing values in a list stay missing")
    func otherLists() {
        let set: SQL = "\(list: Set(["a"]))"
        #expect(set.arguments == [.text("a")])
        let gaps: SQL = "\(list: [1, nil, 3] as [Int?])"
        #expect(gaps.text == "$1, $2, $3")
        #expect(gaps.arguments == [.integer(1), .null, .integer(3)])
    }
}
