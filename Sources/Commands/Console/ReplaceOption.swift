import ArgumentParser
import Rulebook

/// What happens to a file that is there already: what people made is not written over unasked.
struct ReplaceOption: ParsableArguments {
    @Flag(help: "Ganti berkas keluaran yang sudah ada.")
    var replace = false

    /// Refuses before any work is done; the writing itself makes sure once more.
    ///
    /// - Throws: `Refusal`
    func check(_ path: String) throws(Refusal) {
        if !replace, path != "-", LocalFile.isThere(path) { throw LocalFile.taken(path) }
    }
}
