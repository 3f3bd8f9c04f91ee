/// One answer as it stands in a file.
public struct SheetEntry: Hashable, Sendable {
    /// `A.I.1.i.a`, or `A.II.1.i.a/jumlah_agen` for one count of a ratio question.
    public let code: String
    /// The answer as written, not yet read: a letter, a number or a count; blank for no answer.
    public let text: String
    /// The line or cell, as people find it.
    public let location: String
    /// What already kept the reader from taking the answer, such as an error value in the cell.
    public let problem: Finding?

    /// Puts an entry together; nothing is read or checked before ``SheetAssembly/assemble(_:for:)``.
    public init(code: String, text: String, location: String, problem: Finding? = nil) {
        self.code = code
        self.text = text
        self.location = location
        self.problem = problem
    }
}

/// Puts the entries of a file into a sheet and reports every problem at once.
public enum SheetAssembly {
    /// A sheet and what was forgiven on the way.
    public struct Result: Sendable {
        /// The answers; questions the file did not mention are blank.
        public let sheet: ScoringSheet
        /// Notes only; an error would have been thrown.
        public let findings: [Finding]
        /// Where each answer was read: by question code, or by `code/input`.
        public let locations: [String: String]
    }

    /// - Throws: ``Refusal`` with every problem, in the order of the file.
    /// - Complexity: O(entries)
    public static func assemble(_ entries: [SheetEntry], for instrument: Instrument) throws(Refusal) -> Result {
        var assembly = Assembly(instrument)
        for (index, entry) in entries.enumerated() { assembly.add(entry, index) }
        return try assembly.finish()
    }
}

private struct Assembly {
    let instrument: Instrument
    var sheet: ScoringSheet
    /// With the place in the file they belong to, so that they can be told in its order.
    var findings: [(index: Int, finding: Finding)] = []
    /// By item text: the first entry that named it.
    var indexes: [String: Int] = [:]
    var index = 0
    var locations: [String: String] = [:]
    /// By question position: the counts given so far.
    var counts: [Int: [Int?]] = [:]

    init(_ instrument: Instrument) {
        self.instrument = instrument
        sheet = ScoringSheet(instrument)
        locations.reserveCapacity(instrument.questions.count * 2)
    }

    mutating func add(_ entry: SheetEntry, _ index: Int) {
        self.index = index
        let code = AnswerText.trim(entry.code)
        if let first = locations[code] {
            return note(
                .error(.duplicateItem, at: entry.location, "Kode \(shorten(code)) sudah dijawab di \(first). Hapus salah satu."))
        }
        locations[code] = entry.location
        indexes[code] = index
        if let problem = entry.problem { note(problem) }
        let parts = code.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let position = instrument.question(ItemCode(String(parts[0]))) else {
            return refuse(.unknownQuestion, nil, entry, typed: code)
        }
        let question = instrument.questions[position]
        if case .ratio(let rule) = question.kind {
            guard parts.count == 2, let input = rule.inputs.firstIndex(where: { $0.id.text == parts[1] }) else {
                let expected = rule.inputs.map { "\(question.code)/\($0.id)" }.joined(separator: ", ")
                return note(
                    .error(.unknownItem, at: entry.location, "Pertanyaan \(question.code) diisi per jumlah: \(expected)."))
            }
            addCount(entry, question, position, input, of: rule)
        } else if parts.count == 2 {
            refuse(.unknownQuestion, nil, entry, typed: code)
        } else {
            addAnswer(entry, question, position)
        }
    }

    private mutating func addAnswer(_ entry: SheetEntry, _ question: Question, _ position: Int) {
        guard entry.problem == nil else { return }
        do throws(AnswerRefusal) {
            let reading = try AnswerText.read(entry.text, for: question)
            try sheet.record(reading.answer, at: position)
            if reading.tidied { noteTidied(entry, as: sheet.answerText(at: position) ?? "") }
        } catch {
            refuse(error, question, entry, typed: entry.text)
        }
    }

    private mutating func addCount(
        _ entry: SheetEntry, _ question: Question, _ position: Int, _ input: Int, of rule: RatioRule
    ) {
        do throws(AnswerRefusal) {
            // Something was given, however wrong: no second complaint that it is missing.
            let (count, tidied) = entry.problem == nil ? try AnswerText.readCount(entry.text) : (0, false)
            counts[position, default: Array(repeating: nil, count: rule.inputs.count)][input] = count
            if tidied, let count { noteTidied(entry, as: String(count)) }
        } catch {
            counts[position, default: Array(repeating: nil, count: rule.inputs.count)][input] = 0
            refuse(error, question, entry, typed: entry.text)
        }
    }

    mutating func finish() throws(Refusal) -> SheetAssembly.Result {
        for position in counts.keys.sorted() { complete(position, counts[position] ?? []) }
        let inOrder = findings.enumerated().sorted { ($0.element.index, $0.offset) < ($1.element.index, $1.offset) }
            .map(\.element.finding)
        guard !inOrder.contains(where: { $0.severity == .error }) else { throw Refusal(inOrder) }
        return SheetAssembly.Result(sheet: sheet, findings: inOrder, locations: locations)
    }

    /// Records a ratio question once all its counts are there; none of them at all is a blank.
    private mutating func complete(_ position: Int, _ given: [Int?]) {
        let question = instrument.questions[position]
        let missing = zip(question.inputs, given).filter { $1 == nil }.map(\.0.id)
        guard missing.count < given.count else { return }
        guard missing.isEmpty else {
            // Told where the empty count stands, or else where the question begins.
            let places = missing.map { "\(question.code)/\($0)" } + question.inputs.map { "\(question.code)/\($0.id)" }
            let place = places.first { locations[$0] != nil } ?? ""
            index = indexes[place] ?? index
            let entry = SheetEntry(code: "", text: "", location: locations[place] ?? question.code.text)
            return refuse(.countsMissing(missing), question, entry, typed: "")
        }
        do throws(AnswerRefusal) {
            try sheet.record(.counts(given.compactMap { $0 }), at: position)
        } catch {
            refuse(error, question, SheetEntry(code: "", text: "", location: question.code.text), typed: "")
        }
    }

    private mutating func note(_ finding: Finding) { findings.append((index, finding)) }

    private mutating func refuse(_ refusal: AnswerRefusal, _ question: Question?, _ entry: SheetEntry, typed: String) {
        let prefix = question.map { "\($0.code): " } ?? ""
        note(.error(refusal.code, at: entry.location, prefix + refusal.message(for: question, typed: typed)))
    }

    private mutating func noteTidied(_ entry: SheetEntry, as text: String) {
        note(
            Finding(
                .answerTidied, .info, at: entry.location, "Jawaban “\(shorten(entry.text))” dibaca sebagai \(text)."))
    }

    private func shorten(_ text: String) -> String {
        text.count > 40 ? String(text.prefix(40)) + "…" : text
    }
}
