import ExactMath

/// Reads a formula's text. What scoring sheets do not use (other sheets, names, arrays) is not read: the doctor
/// then says that it did not check that cell.
struct FormulaParser {
    private let bytes: [UInt8]
    private var position = 0
    private var depth = 0

    /// The formula, or `nil` when it is not one this reader understands.
    ///
    /// - Complexity: O(length)
    static func parse(_ text: String) -> Formula? {
        var parser = FormulaParser(bytes: Array(text.utf8))
        guard parser.bytes.count <= 8_192, let formula = parser.expression(atLeast: 0) else { return nil }
        parser.skipBlanks()
        return parser.position == parser.bytes.count ? formula : nil
    }

    private mutating func expression(atLeast strength: Int) -> Formula? {
        depth += 1
        defer { depth -= 1 }
        guard depth < 100, var left = operand() else { return nil }
        while let found = peekOperator(), found.operator.strength >= strength {
            position += found.length
            guard let right = expression(atLeast: found.operator.strength + 1) else { return nil }
            left = .binary(found.operator, left, right)
        }
        return left
    }

    private mutating func operand() -> Formula? {
        skipBlanks()
        guard position < bytes.count else { return nil }
        var result: Formula?
        switch bytes[position] {
        case UInt8(ascii: "-"):
            position += 1
            depth += 1
            defer { depth -= 1 }
            guard depth < 100 else { return nil }
            result = operand().map(Formula.negate)
        case UInt8(ascii: "+"):
            position += 1
            depth += 1
            defer { depth -= 1 }
            guard depth < 100 else { return nil }
            result = operand()
        case UInt8(ascii: "("):
            position += 1
            result = expression(atLeast: 0)
            guard take(UInt8(ascii: ")")) else { return nil }
        case UInt8(ascii: "\""): result = text()
        case 0x30...0x39, UInt8(ascii: "."): result = number()
        default: result = name()
        }
        while result != nil, take(UInt8(ascii: "%")) { result = result.map(Formula.percent) }
        return result
    }

    private mutating func text() -> Formula? {
        position += 1
        var content: [UInt8] = []
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "\"") {
                guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
                    return .text(String(decoding: content, as: UTF8.self))
                }
                position += 1
            }
            content.append(byte)
        }
        return nil
    }

    private mutating func number() -> Formula? {
        let start = position
        while position < bytes.count {
            let byte = bytes[position]
            let signOfExponent =
                (byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")) && bytes[position - 1] | 0x20 == UInt8(ascii: "e")
                && position > start
            guard (0x30...0x39).contains(byte) || byte == UInt8(ascii: ".") || byte | 0x20 == UInt8(ascii: "e") || signOfExponent
            else { break }
            position += 1
        }
        return (try? Ratio(stored: String(decoding: bytes[start..<position], as: UTF8.self))).map(Formula.number)
    }

    /// A function call, a cell, a range, TRUE or FALSE.
    private mutating func name() -> Formula? {
        let word = self.word()
        guard !word.isEmpty else { return nil }
        if take(UInt8(ascii: "(")) { return call(word.uppercased()) }
        switch word.uppercased() {
        case "TRUE": return .boolean(true)
        case "FALSE": return .boolean(false)
        default: break
        }
        guard let first = CellAddress(word) else { return nil }
        guard take(UInt8(ascii: ":")) else { return .cell(first) }
        skipBlanks()
        guard let last = CellAddress(self.word()) else { return nil }
        return .range(first, last)
    }

    private mutating func call(_ name: String) -> Formula? {
        var arguments: [Formula] = []
        if take(UInt8(ascii: ")")) { return .call(name, []) }
        repeat {
            guard arguments.count < 64, let argument = expression(atLeast: 0) else { return nil }
            arguments.append(argument)
        } while take(UInt8(ascii: ",")) || take(UInt8(ascii: ";"))
        return take(UInt8(ascii: ")")) ? .call(name, arguments) : nil
    }

    private mutating func word() -> String {
        let start = position
        while position < bytes.count {
            let byte = bytes[position]
            let letter = (0x41...0x5A).contains(byte & 0xDF)
            guard letter || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "$") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
            else { break }
            position += 1
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func peekOperator() -> (operator: Formula.Operator, length: Int)? {
        skipBlanks()
        guard position < bytes.count else { return nil }
        let next = position + 1 < bytes.count ? bytes[position + 1] : 0
        switch bytes[position] {
        case UInt8(ascii: "+"): return (.add, 1)
        case UInt8(ascii: "-"): return (.subtract, 1)
        case UInt8(ascii: "*"): return (.multiply, 1)
        case UInt8(ascii: "/"): return (.divide, 1)
        case UInt8(ascii: "&"): return (.join, 1)
        case UInt8(ascii: "="): return (.equal, 1)
        case UInt8(ascii: "<"):
            if next == UInt8(ascii: ">") { return (.unequal, 2) }
            return next == UInt8(ascii: "=") ? (.lessOrEqual, 2) : (.less, 1)
        case UInt8(ascii: ">"): return next == UInt8(ascii: "=") ? (.greaterOrEqual, 2) : (.greater, 1)
        default: return nil
        }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        skipBlanks()
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipBlanks() {
        while position < bytes.count, bytes[position] == 0x20 || (0x09...0x0D).contains(bytes[position]) { position += 1 }
    }
}
