/// The exact result does not fit: a numerator or denominator would need more than 127 bits.
///
/// Zona never continues with an approximate number, so every operation that can run out of room says so.
public struct Overflow: Error, Hashable, Sendable {
    /// Makes the error; it carries no detail, for the operation that throws it says enough.
    public init() {}
}
