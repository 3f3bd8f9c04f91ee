/// A piece of a JSON document, its fields in the order they are given.
indirect enum JSONPiece: Sendable {
    case object([(String, JSONPiece)])
    case array([JSONPiece])
    case text(String)
    case number(Int64)
    case null
    /// A text that is JSON already.
    case raw(String)

    static func optional(_ text: String?) -> JSONPiece { text.map { .text($0) } ?? .null }

    /// - Complexity: O(size)
    func append(to text: inout String) {
        switch self {
        case .object(let fields):
            text += "{"
            for (index, (name, value)) in fields.enumerated() {
                if index > 0 { text += "," }
                JSONText.append(name, to: &text)
                text += ":"
                value.append(to: &text)
            }
            text += "}"
        case .array(let values):
            text += "["
            for (index, value) in values.enumerated() {
                text += index > 0 ? ",\n" : "\n"
                value.append(to: &text)
            }
            text += "]"
        case .text(let value): JSONText.append(value, to: &text)
        case .number(let number): text += String(number)
        case .null: text += "null"
        case .raw(let value): text += value
        }
    }
}
