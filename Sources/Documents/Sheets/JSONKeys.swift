/// Looks for keys that stand twice in one object: decoders keep one of the two answers without a word.
enum JSONKeys {
    /// Keys that are repeated within an object, each named once, in the order they are met. The text is known to
    /// be JSON; keys are compared as they are written.
    ///
    /// - Complexity: O(length)
    static func repeated(in bytes: [UInt8]) -> [String] {
        var found: [String] = []
        // One set for each open object, `nil` for an open array.
        var open: [Set<ArraySlice<UInt8>>?] = []
        var last: ArraySlice<UInt8>?
        var position = 0
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                let start = position + 1
                position = start
                while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
                    position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
                }
                last = bytes[start..<min(max(position, start), bytes.count)]
            case UInt8(ascii: "{"): open.append([])
            case UInt8(ascii: "["): open.append(nil)
            case UInt8(ascii: "}"), UInt8(ascii: "]"): _ = open.popLast()
            case UInt8(ascii: ":"):
                guard let key = last, let level = open.indices.last else { break }
                if open[level]?.insert(key).inserted == false {
                    let text = String(decoding: key, as: UTF8.self)
                    if !found.contains(text) { found.append(text) }
                }
            default: break
            }
            position += 1
        }
        return found
    }
}
