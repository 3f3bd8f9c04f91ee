import CEmbedded
import FoundationEssentials
import Rulebook

/// The rows of the ministry's form in their order, as data (`Instruments/forms`). Where they stand in a file
/// is found by ``FormAlignment``.
struct FormLayout: Decodable, Sendable {
    struct Row: Decodable, Sendable {
        enum Kind: String, Decodable, Sendable {
            /// A component, block, area or indicator with its weight and score.
            case node
            /// Indicator and question in one row, as in the results component.
            case leaf
            /// A question; a ratio question's value is itself a formula over the rows below it.
            case question
            /// One count of a ratio question.
            case input
            /// A sum of counts that the form computes.
            case subtotal
            /// A heading inside an indicator with a weight of its own.
            case part
            /// The sum of a component, at its end.
            case total
            /// The total of the sheet.
            case grand
        }

        let kind: Kind
        /// Item code; `code/input` for a count; empty for the grand total.
        let code: String
        /// How many columns to the right of the first heading the row's first text stands.
        let level: Int
        /// The short text there, such as `a` or `iii`.
        let label: String?
        /// What the answer-type cell holds.
        let type: String?
    }

    struct Headings: Decodable, Sendable {
        let assessment: String
        let weight: String
        let type: String
        let answer: String
        let score: String
    }

    let form: String
    let instrument: String
    let title: String
    let source: String
    let sheet: String
    let headings: Headings
    let rows: [Row]

    /// The layout that travels with the program.
    ///
    /// - Throws: `Refusal` when the file was damaged before it was built in.
    static func shipped() throws(Refusal) -> FormLayout { try read.get() }

    /// Read once: a thousand forms share it.
    private static let read: Result<FormLayout, Refusal> = {
        do throws(Refusal) { return .success(try embeddedJSON("forms/kemenpanrb-90-2021.json")) } catch { return .failure(error) }
    }()
}

/// Reads one of the program's own data files.
func embeddedJSON<Value: Decodable>(_ name: String) throws(Refusal) -> Value {
    guard let file = zona_embedded(name),
        let value = try? JSONDecoder().decode(
            Value.self, from: Data(UnsafeBufferPointer(start: file.pointee.bytes, count: file.pointee.size)))
    else { throw Refusal(.instrumentMalformed, at: name, "Berkas bawaan ini rusak. Pasang ulang Zona.") }
    return value
}
