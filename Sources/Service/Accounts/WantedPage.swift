import Markup

/// The page somebody wanted before signing in. It comes from an address that anybody can make up, so it is not used
/// as it is: its steps are taken out and our own address is made of them.
enum WantedPage {
    /// Bytes beyond which an address is not looked at; ours are far shorter.
    static let longest = 300

    /// The page on this site; `nil` for anything that is not plainly the path of one.
    ///
    /// - Complexity: O(length)
    static func address(_ text: String) -> Address? {
        guard text.utf8.count <= longest, text.utf8.first == UInt8(ascii: "/"), text.utf8.allSatisfy(isPlain) else { return nil }
        let steps = text.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map { String($0) }
        guard let first = steps.first, !steps.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }) else { return nil }
        // Leading back to the form, or out again, would be no place to arrive at.
        guard !doors.contains("/" + first) else { return nil }
        return Address(steps)
    }

    private static let doors = [SitePath.signIn(wanted: nil).address.text, SitePath.signOut.address.text]

    /// Our own pages need no other bytes than these; in particular no `%`, `\`, `?` or `:`.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
            true
        default: false
        }
    }
}
