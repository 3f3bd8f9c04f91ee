import Rulebook

/// One cell while its parts are still coming in; used again for every cell.
struct CellDraft {
    private enum Kind { case number, shared, inline, text, boolean, error }

    private(set) var address = CellAddress.first
    /// The number of the shared formula the cell uses, if any.
    private(set) var sharedFormula: Int?
    private var kind = Kind.number
    private var hasValue = false
    private var valueText: BoundedText
    private var formulaText: BoundedText

    init(limits: WorkbookLimits) {
        valueText = BoundedText(limit: limits.charactersOfOneCell)
        formulaText = BoundedText(limit: limits.charactersOfOneFormula)
    }

    mutating func open(_ address: CellAddress, type: XMLText?) {
        self.address = address
        sharedFormula = nil
        hasValue = false
        valueText.clear()
        formulaText.clear()
        guard let type else {
            kind = .number
            return
        }
        kind =
            if type.equals("s") {
                .shared
            } else if type.equals("n") {
                .number
            } else if type.equals("b") {
                .boolean
            } else if type.equals("e") {
                .error
            } else {
                .text  // `str`, `inlineStr` before its text, and `d`, a date written out
            }
    }

    mutating func openValue() {
        hasValue = true
        valueText.clear()
    }

    /// Some programs leave the type out where the text stands in the cell itself.
    mutating func openInline() {
        openValue()
        kind = .inline
    }

    mutating func openFormula(shared: Int?) {
        sharedFormula = shared
        formulaText.clear()
    }

    mutating func appendValue(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool { valueText.append(bytes) }
    mutating func appendFormula(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool { formulaText.append(bytes) }

    /// The formula text the cell itself holds.
    var formula: String? {
        formulaText.trimmed.isEmpty ? nil : formulaText.trimmedString
    }

    /// What the cell shows. Throws `brokenArchive` for a text or a truth value that is none.
    func value(strings: [String], sheet: String) throws(Refusal) -> CellValue {
        guard hasValue else { return .empty }
        switch kind {
        case .inline, .text:
            return .text(valueText.string)
        case .number:
            return valueText.trimmed.isEmpty ? .empty : .number(valueText.trimmedString)
        case .shared:
            guard !valueText.trimmed.isEmpty else { return .empty }
            guard let index = wholeNumber(valueText.trimmed), index < strings.count else {
                throw .broken("\(sheet)!\(address)", "Sel ini menunjuk teks yang tidak ada di dalam berkas.")
            }
            return .text(strings[index])
        case .boolean:
            if valueText.trimmed.elementsEqual("1".utf8) || valueText.trimmed.elementsEqual("true".utf8) {
                return .boolean(true)
            }
            if valueText.trimmed.elementsEqual("0".utf8) || valueText.trimmed.elementsEqual("false".utf8) {
                return .boolean(false)
            }
            throw .broken("\(sheet)!\(address)", "Sel ini bertipe benar/salah, tetapi isinya bukan keduanya.")
        case .error:
            return valueText.trimmed.isEmpty ? .empty : .error(valueText.trimmedString)
        }
    }
}

extension CellAddress {
    /// A1.
    static let first = CellAddress()

    private init() {
        row = 1
        column = 0
    }
}
