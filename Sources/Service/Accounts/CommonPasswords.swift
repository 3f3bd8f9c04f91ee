import Rulebook

/// The passwords and words that people try first; the list travels with the program.
enum CommonPasswords {
    /// One entry a line in the file.
    ///
    /// - Complexity: O(length of the file), once a process
    static let all: [String] = String(decoding: Embedded.bytes("kata-sandi-umum.txt"), as: UTF8.self)
        .split(whereSeparator: \.isNewline).map { String($0) }

    /// The rule for new passwords with this list.
    static var policy: PasswordPolicy { PasswordPolicy(common: all) }
}
