import Rulebook

/// Reads the table of texts shared by all sheets. The runs of a rich text are joined; phonetic hints are left out.
final class SharedStringsReader: XMLHandler {
    private(set) var strings: [String] = []
    private let part: String
    private let limits: WorkbookLimits
    private var current: BoundedText
    private var isInItem = false
    private var isInText = false
    private var isInHint = false

    init(part: String, limits: WorkbookLimits) {
        self.part = part
        self.limits = limits
        current = BoundedText(limit: limits.charactersOfOneCell)
    }

    var isDone: Bool { false }

    func start(_ name: XMLText, _ attributes: XMLAttributes, depth: Int) throws(Refusal) {
        if depth == 2, name.equals("si") {
            guard strings.count < limits.sharedStrings else {
                throw .beyond(part, "Buku kerja memuat lebih dari \(limits.sharedStrings) teks.")
            }
            isInItem = true
            current.clear()
        } else if isInItem, name.equals("t") {
            isInText = !isInHint
        } else if name.equals("rPh") {
            isInHint = true
        }
    }

    func end(_ name: XMLText, depth: Int) throws(Refusal) {
        if name.equals("t") {
            isInText = false
        } else if name.equals("rPh") {
            isInHint = false
        } else if depth == 2, isInItem {
            strings.append(current.string)
            isInItem = false
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(Refusal) {
        guard isInText else { return }
        guard current.append(bytes) else {
            throw .beyond(part, "Satu teks di dalam buku kerja lebih dari \(limits.charactersOfOneCell) huruf.")
        }
    }
}
