import CExpat
import Rulebook

/// What reads one kind of part. `depth` is 1 for the outermost element.
protocol XMLHandler: AnyObject {
    func start(_ name: XMLText, _ attributes: XMLAttributes, depth: Int) throws(Refusal)
    func end(_ name: XMLText, depth: Int) throws(Refusal)
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(Refusal)
    /// Whether nothing further in the part matters.
    var isDone: Bool { get }
}

/// One run of expat over one part, with the bounds that expat itself does not have.
final class XMLSession {
    /// Bytes unpacked at a time.
    private static let chunk = 64 << 10

    private let parser: XML_Parser
    private let handler: any XMLHandler
    private let part: String
    private let limits: WorkbookLimits
    private var refusal: Refusal?
    private var isStopped = false
    private var depth = 0
    /// Elements and attributes so far.
    private var items = 0
    private var fed = 0
    private var names: Set<Int> = []

    init(part: String, limits: WorkbookLimits, _ handler: some XMLHandler) throws(Refusal) {
        guard let parser = XML_ParserCreate(nil) else { throw .beyond(part, "Memori tidak cukup.") }
        self.parser = parser
        self.handler = handler
        self.part = part
        self.limits = limits
        // The session outlives every call of `feed`, and expat calls back only inside those.
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser,
            { session, name, attributes in
                guard let name, let attributes else { return }
                XMLSession.with(session) { $0.started(XMLText(name), XMLAttributes(attributes)) }
            },
            { session, name in
                guard let name else { return }
                XMLSession.with(session) { $0.ended(XMLText(name)) }
            })
        XML_SetCharacterDataHandler(parser) { session, text, count in
            guard let text else { return }
            let start = UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
            XMLSession.with(session) { $0.read(UnsafeBufferPointer(start: start, count: Int(count))) }
        }
        XML_SetStartDoctypeDeclHandler(parser) { session, _, _, _, _ in
            XMLSession.with(session) { $0.stop(.documentType($0.part)) }
        }
    }

    deinit { XML_ParserFree(parser) }

    /// Takes one chunk from `read`, which fills the room and gives the number of bytes, 0 at the end, negative on
    /// a fault. Returns that number and whether the part has ended.
    func feed(_ read: (UnsafeMutableRawBufferPointer) -> Int) throws(Refusal) -> (count: Int, isLast: Bool) {
        if isStopped {
            let count = withUnsafeTemporaryAllocation(byteCount: Self.chunk, alignment: 16) { read($0) }
            guard count >= 0 else { throw damaged }
            return (count, count == 0)
        }
        guard let room = XML_GetBuffer(parser, Int32(Self.chunk)) else { throw .beyond(part, "Memori tidak cukup.") }
        let count = read(UnsafeMutableRawBufferPointer(start: room, count: Self.chunk))
        guard count >= 0 else { throw damaged }
        fed += count
        let status = XML_ParseBuffer(parser, Int32(count), count == 0 ? 1 : 0)
        if let refusal { throw refusal }
        if isStopped { return (count, count == 0) }
        guard status == XML_STATUS_OK else {
            throw .malformed(part, line: Int(XML_GetCurrentLineNumber(parser)))
        }
        // What lies after the current place is one unfinished tag or comment.
        guard fed - Int(XML_GetCurrentByteIndex(parser)) <= limits.bytesOfOneTag else {
            throw .beyond(part, "Bagian “\(part)” memuat satu tanda lebih dari \(limits.bytesOfOneTag >> 10) KiB.")
        }
        return (count, count == 0)
    }

    private var damaged: Refusal { .broken(part, "Bagian “\(part)” rusak atau terpotong.") }

    /// Calls with the session behind a callback's pointer. expat may send the end of an empty element after it was
    /// told to stop; that is left out.
    @inline(__always)
    private static func with(_ pointer: UnsafeMutableRawPointer?, _ body: (XMLSession) -> Void) {
        guard let pointer else { return }
        Unmanaged<XMLSession>.fromOpaque(pointer)._withUnsafeGuaranteedRef { session in
            if !session.isStopped { body(session) }
        }
    }

    private func stop(_ refusal: Refusal?) {
        self.refusal = refusal
        isStopped = true
        XML_StopParser(parser, XML_Bool(0))
    }

    private func started(_ name: XMLText, _ attributes: XMLAttributes) {
        depth += 1
        guard depth <= limits.nesting else {
            return stop(.beyond(part, "Bagian “\(part)” bersarang lebih dari \(limits.nesting) tingkat."))
        }
        items += 1
        remember(name)
        attributes.forEachName { name in
            items += 1
            remember(name)
        }
        guard items <= limits.elementsAndAttributes else {
            return stop(.beyond(part, "Bagian “\(part)” memuat lebih dari \(limits.elementsAndAttributes) unsur."))
        }
        guard names.count <= limits.names else {
            return stop(.beyond(part, "Bagian “\(part)” memuat lebih dari \(limits.names) nama yang berbeda."))
        }
        do throws(Refusal) {
            try handler.start(name.local, attributes, depth: depth)
        } catch {
            stop(error)
        }
    }

    /// Counts different names, because expat keeps every one until the end. Names of one letter, which cells use,
    /// are too few to matter; the hash is seeded, so names cannot be made to meet.
    private func remember(_ name: XMLText) {
        guard !name.isShort else { return }
        var hasher = Hasher()
        hasher.combine(bytes: UnsafeRawBufferPointer(name.bytes))
        names.insert(hasher.finalize())
    }

    private func ended(_ name: XMLText) {
        do throws(Refusal) {
            try handler.end(name.local, depth: depth)
        } catch {
            stop(error)
        }
        depth -= 1
        if refusal == nil, handler.isDone { stop(nil) }
    }

    private func read(_ text: UnsafeBufferPointer<UInt8>) {
        do throws(Refusal) {
            try handler.text(text)
        } catch {
            stop(error)
        }
    }
}
