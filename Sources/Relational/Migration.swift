/// One step of the schema. Steps are numbered from 1 without a gap, only go forward and are never changed once used.
public struct Migration: Hashable, Sendable {
    /// Its place, from 1.
    public let number: Int
    /// A short name for people, such as `dasar`.
    public let name: String
    /// The statements for each engine, separated by semicolons.
    public let scripts: [Dialect: String]
    /// A digest of each script as lower-case hex, by which a changed step is recognised.
    public let checksums: [Dialect: String]

    /// - Parameters:
    ///   - number: its place, from 1.
    ///   - name: for people.
    ///   - scripts: one for each engine.
    ///   - checksums: one for each script.
    public init(number: Int, name: String, scripts: [Dialect: String], checksums: [Dialect: String]) {
        self.number = number
        self.name = name
        self.scripts = scripts
        self.checksums = checksums
    }
}
