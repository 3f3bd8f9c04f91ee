import Documents
import InstrumentFiles
import Multipart
import Rulebook
import Samples

/// The readers that take bytes from strangers.
enum FuzzTarget: String, CaseIterable {
    /// `kode,jawaban` tables.
    case csv
    /// Answers as JSON.
    case json
    /// Instrument files.
    case instrument
    /// Wording files, and what they do to an instrument.
    case wording
    /// Whole workbooks.
    case workbook
    /// The XML inside an intact workbook; the first letter says which part (see ``PartInput``).
    case part
    /// Formulas in the score column of the ministry's form, one on each line.
    case formula
    /// Uploads: the first line is the Content-Type header, the rest the body.
    case multipart
    /// Canonical text, of which the journal consists.
    case canonical
    /// Files of the journal: chains and proofs.
    case journal
    /// The same, damaged line by line; the input says how (see ``JournalEdits``).
    case edits
    /// Forms without files.
    case form
    /// Headers that tell who sends: cookies, and what proxies add.
    case headers
    /// Addresses of machines, networks and the server.
    case address
    /// Files of settings.
    case settings
    /// Addresses of databases.
    case database
    /// What people type about themselves: sign-in names, names, codes.
    case account

    func run(_ bytes: [UInt8]) {
        switch self {
        case .csv: csv(bytes)
        case .json: SheetRules.read(bytes)
        case .instrument: instrument(bytes)
        case .wording: wording(bytes)
        case .workbook: workbook(bytes)
        case .part: workbook(PartInput.workbook(bytes))
        case .formula: formula(bytes)
        case .multipart: multipart(bytes)
        case .canonical: CanonicalRules.check(bytes)
        case .journal: JournalRules.check(bytes)
        case .edits: JournalRules.check(JournalEdits.file(bytes))
        case .form: RequestRules.form(bytes)
        case .headers: RequestRules.headers(bytes)
        case .address: RequestRules.address(bytes)
        case .settings: SettingRules.file(bytes)
        case .database: SettingRules.database(bytes)
        case .account: AccountRules.check(bytes)
        }
    }

    private func csv(_ bytes: [UInt8]) {
        if let records = try? DelimitedText.parse(bytes) {
            var characters = 0
            for record in records {
                if record.fields.isEmpty { broken("a record without fields") }
                if record.fields.count > DelimitedText.mostFields { broken("a record with too many fields") }
                characters += record.fields.reduce(0) { $0 + $1.utf8.count }
            }
            if characters > bytes.count { broken("fields longer than the file") }
        }
        SheetRules.read(bytes)
    }

    private func instrument(_ bytes: [UInt8]) {
        guard let instrument = SheetRules.value({ () throws(Refusal) in try InstrumentFile.read(bytes) }) else { return }
        // What passed the checks must be fit for use.
        guard let scorer = try? Scorer(instrument) else { return }
        _ = try? scorer.examine(ScoringSheet(instrument), for: .wbk)
        _ = try? Adviser(scorer)
    }

    private func wording(_ bytes: [UInt8]) {
        guard let wording = SheetRules.value({ () throws(Refusal) in try Wording(bytes) }) else { return }
        let library = InstrumentLibrary(wordings: [wording])
        guard let id = InstrumentLibrary.shipped.first(where: { $0 == wording.instrument }),
            let worded = SheetRules.value({ () throws(Refusal) in try library.instrument(id) })
        else { return }
        let plain = Shelf.instrument(id)
        if worded.questions.map(\.code) != plain.questions.map(\.code) { broken("a wording changed codes") }
    }

    private func workbook(_ bytes: [UInt8]) {
        if let workbook = SheetRules.value({ () throws(Refusal) in try Workbook.open(bytes) }) {
            for name in workbook.sheetNames {
                guard let sheet = (try? workbook.sheet(named: name)) ?? nil else { continue }
                for cell in sheet.cells where sheet[cell.address] != cell { broken("a cell is not found at its address") }
            }
        }
        SheetRules.read(bytes)
    }

    private func formula(_ bytes: [UInt8]) {
        // XML has no place for control characters, and the reader of XML has a target of its own.
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
            String(decoding: line.filter { $0 >= 0x20 }, as: UTF8.self)
        }
        let bytes = FormulaForm.workbook(lines)
        _ = SheetRules.value { () throws(Refusal) in try SheetFile.read(bytes, from: Shelf.library) }
    }

    private func multipart(_ bytes: [UInt8]) {
        let head = bytes.prefix { $0 != UInt8(ascii: "\n") }
        let body = Array(bytes.dropFirst(head.count + 1))
        let named = MultipartForm.boundary(inContentType: String(decoding: head, as: UTF8.self))
        guard let form = SheetRules.value({ () throws(Refusal) in try MultipartForm.parse(body, boundary: named ?? "x") }) else { return }
        if form.parts.count > MultipartForm.mostParts { broken("too many parts") }
        var last = 0
        for part in form.parts {
            if part.content.startIndex < last || part.content.endIndex > body.count { broken("parts overlap") }
            if Array(part.content) != Array(body[part.content.indices]) { broken("a part is not as it was sent") }
            last = part.content.endIndex
            _ = (part.text, try? form.part(part.name))
        }
    }
}
