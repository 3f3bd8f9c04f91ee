public import Rulebook

/// An agency's own texts for an instrument: the regulation's sentences, say, in place of ours. Weights, codes and
/// letters stay as they are.
public struct Wording: Sendable {
    private struct Wire: StrictlyKeyed {
        struct ItemWire: StrictlyKeyed {
            let text: String?
            let guidance: String?
            let choices: [String: String]?

            enum CodingKeys: String, CodingKey, CaseIterable { case text, guidance, choices }
        }

        let instrument: String
        let items: [String: Strict<ItemWire>]

        enum CodingKeys: String, CodingKey, CaseIterable { case instrument, items }
    }

    /// The instrument it belongs to.
    public let instrument: InstrumentID
    private let items: [String: Strict<Wire.ItemWire>]

    /// Reads a wording file: `{"instrument": ID, "items": {CODE: {"text", "guidance", "choices": {"A": …}}}}`,
    /// every part of an item optional.
    ///
    /// - Throws: `Refusal`
    public init(_ bytes: some Collection<UInt8>) throws(Refusal) {
        guard bytes.count <= InstrumentFile.largestFile else {
            throw Refusal(.fileTooLarge, at: "", "Berkas kata-kata paling besar 4 MB.")
        }
        let wire = try decodeStrictly(Strict<Wire>.self, from: bytes, code: .wordingMalformed)
        instrument = InstrumentID(wire.instrument)
        items = wire.items
    }

    /// The parts with this wording's texts.
    ///
    /// - Throws: `Refusal` naming every code or letter that the instrument does not have.
    func applied(to parts: Instrument.Parts) throws(Refusal) -> Instrument.Parts {
        var problems: [Finding] = []
        let known = Set(parts.questions.map(\.code.text))
        for code in items.keys.sorted() where !known.contains(code) {
            problems.append(
                .error(.wordingMalformed, at: code, "Kode ini tidak ada pada instrumen \(instrument). Periksa ejaannya."))
        }
        var parts = parts
        parts.questions = parts.questions.map { question in
            guard let item = items[question.code.text] else { return question }
            var kind = question.kind
            if item.choices != nil, !kind.isChoice {
                problems.append(
                    .error(.wordingMalformed, at: question.code.text, "Pertanyaan ini dijawab dengan angka; hapus “choices”."))
            }
            if case .choice(let scale, let statements) = kind, let choices = item.choices {
                for letter in choices.keys.sorted() where scale.position(of: letter) == nil {
                    problems.append(
                        .error(.wordingMalformed, at: "\(question.code) \(letter)", "Pilihan ini tidak ada pada skala \(scale.label)."))
                }
                kind = .choice(
                    scale,
                    statements: zip(scale.choices, statements).map { choice, own in
                        choices.first { $0.key.lowercased() == choice.letter.lowercased() }?.value ?? own
                    })
            }
            return Question(
                code: question.code, text: item.text ?? question.text, guidance: item.guidance ?? question.guidance,
                kind: kind, respondent: question.respondent, effort: question.effort)
        }
        guard problems.isEmpty else { throw Refusal(problems) }
        return parts
    }
}

extension Question.Kind {
    fileprivate var isChoice: Bool {
        if case .choice = self { true } else { false }
    }
}
