/// Makes ids: 26 letters and digits, the first ten from the time, so that what was made together stands together in
/// an index; the rest cannot be guessed.
enum NewID {
    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    /// A new id.
    ///
    /// - Parameter time: milliseconds since 1970.
    static func make(at time: Int64) -> String {
        let random = Sodium.random(16)
        return String(unsafeUninitializedCapacity: 26) { buffer in
            for place in 0..<10 {
                buffer[place] = alphabet[Int((time >> (5 * (9 - Int64(place)))) & 31)]
            }
            for place in 0..<16 { buffer[10 + place] = alphabet[Int(random[place] & 31)] }
            return 26
        }
    }
}
