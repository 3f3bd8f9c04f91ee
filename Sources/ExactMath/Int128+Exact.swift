extension Int128 {
    /// The product, with a short way for numbers that cannot overflow.
    ///
    /// - Throws: ``Overflow``
    @inlinable @inline(__always)
    public func exactly(times other: Int128) throws(Overflow) -> Int128 {
        if Int128(Int64(truncatingIfNeeded: self)) == self, Int128(Int64(truncatingIfNeeded: other)) == other {
            return self &* other
        }
        let (value, lost) = multipliedReportingOverflow(by: other)
        if lost { throw Overflow() }
        return value
    }

    /// The sum.
    ///
    /// - Throws: ``Overflow``
    @inlinable @inline(__always)
    public func exactly(plus other: Int128) throws(Overflow) -> Int128 {
        let (value, lost) = addingReportingOverflow(other)
        if lost { throw Overflow() }
        return value
    }
}
