import FoundationEssentials
import Rulebook

/// Reads answers from JSON: `{"instrument": ID, "answers": {CODE: ANSWER}, "facts": {FACT: VALUE}}`, or just the
/// object of answers. Answers are texts, numbers or null.
enum JSONSheet {
    private struct File: Decodable {
        let instrument: String?
        let answers: [String: Scalar?]
        let facts: [String: Scalar]?
    }

    /// A text, or a number kept as it was written as far as the decoder allows.
    private enum Scalar: Decodable {
        case text(String)

        var text: String {
            switch self {
            case .text(let text): text
            }
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) {
                self = .text(text)
            } else if let whole = try? container.decode(Int.self) {
                self = .text(String(whole))
            } else {
                self = .text(typedNumber(String(try container.decode(Double.self))))
            }
        }
    }

    static func read(
        _ bytes: [UInt8], from source: some InstrumentSource, instrument id: InstrumentID?
    ) throws(Refusal) -> SheetReading {
        let file = try decode(Data(bytes))
        guard file.answers.count <= 20_000 else {
            throw Refusal(.beyondLimits, at: "answers", "Terlalu banyak jawaban. Paling banyak 20.000.")
        }
        let entries = file.answers.sorted { $0.key < $1.key }.map { code, answer in
            SheetEntry(code: code, text: answer?.text ?? "", location: code)
        }
        let instrument: Instrument
        if let id, let named = file.instrument, id.text != named {
            throw Refusal(.unknownInstrument, at: "instrument", "Berkas menyebut instrumen \(named), tetapi diminta \(id). Samakan salah satunya.")
        }
        if let id = id ?? file.instrument.map({ InstrumentID($0) }) {
            instrument = try source.instrument(id)
        } else {
            instrument = try SheetFile.recognise(entries.map(\.code), from: source)
        }
        let (facts, wrongFacts) = facts(file.facts ?? [:], of: instrument)
        let repeated = JSONKeys.repeated(in: bytes).map { key in
            Finding.error(.duplicateItem, at: key, "Kunci “\(key.prefix(40))” tertulis lebih dari sekali. Hapus salah satu.")
        }
        return try SheetFile.assemble(
            entries, format: .json, instrument: instrument, problems: repeated + wrongFacts, facts: facts)
    }

    private static func decode(_ data: Data) throws(Refusal) -> File {
        let decoder = JSONDecoder()
        do {
            return try decoder.decode(File.self, from: data)
        } catch {
            if let answers = try? decoder.decode([String: Scalar?].self, from: data) {
                return File(instrument: nil, answers: answers, facts: nil)
            }
            throw Refusal(
                .malformedText, at: "",
                "JSON tidak dapat dibaca. Bentuknya {\"answers\": {\"KODE\": \"jawaban\"}}, dengan jawaban berupa teks, angka, atau null.")
        }
    }

    private static func facts(
        _ given: [String: Scalar], of instrument: Instrument
    ) -> ([FactID: FactValue], [Finding]) {
        var values: [FactID: FactValue] = [:]
        var problems: [Finding] = []
        for (name, value) in given.sorted(by: { $0.key < $1.key }) {
            guard let fact = instrument.parts.facts.first(where: { $0.id.text == name }) else {
                let known = instrument.parts.facts.map(\.id.text).joined(separator: ", ")
                problems.append(.error(.notAFact, at: name, "Fakta ini tidak dikenal. Yang ada: \(known)."))
                continue
            }
            do throws(Refusal) { values[fact.id] = try fact.read(value.text) } catch { problems += error.findings }
        }
        return (values, problems)
    }

    /// The sheet as JSON that ``read(_:from:instrument:)`` reads back.
    static func write(_ sheet: ScoringSheet) -> String {
        struct Output: Encodable {
            let instrument: String
            let answers: [String: String?]
        }
        let answers = Dictionary(
            SheetExport.rows(of: sheet).map { ($0.code, $0.text) }, uniquingKeysWith: { first, _ in first })
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let data = try? encoder.encode(Output(instrument: sheet.instrument.id.text, answers: answers))
        return data.map { String(decoding: $0, as: UTF8.self) + "\n" } ?? ""
    }
}
