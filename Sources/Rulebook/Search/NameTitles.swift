/// Titles and degrees around a person's name, which people leave out when they search.
enum NameTitles {
    /// Before a name.
    private static let before: Set<String> = [
        "dr", "drs", "dra", "drg", "drh", "ir", "prof", "h", "hj", "kh", "k", "tn", "ny", "nn", "sdr", "sdri", "bpk", "bapak", "ibu", "ns", "apt", "rr",
        "brigjen", "irjen", "komjen", "kombes", "akbp", "kompol", "akp", "iptu", "ipda", "aiptu", "aipda", "bripka", "mayjen", "letjen", "kolonel",
        "letkol", "mayor", "kapten", "lettu", "letda", "serka", "sertu", "pdt", "ust",
    ]

    /// Behind a name, where people leave the comma out.
    private static let after: Set<String> = [
        "sh", "se", "st", "ss", "sp", "si", "sip", "sos", "ssos", "skom", "spd", "spdi", "sag", "ssi", "sked", "skep", "skm", "sfarm", "sik", "shut", "spt",
        "spi",
        "sst", "stp", "sstp", "sthi", "shi", "sei", "sap", "sak", "spsi", "sds", "ssn", "stt", "strkeb", "amd", "amdkeb", "amdkep", "ama", "ba", "bsc", "msc",
        "mm", "mh", "mhum", "msi", "mkom", "mt", "mpd", "mpdi", "map", "mak", "mkes", "mked", "mph", "mba", "mpa", "mppm", "mag", "mars", "msn", "mti", "mip",
        "meng", "mep", "mec", "mfarm", "mkeb", "mkep", "mpsi", "phd", "llm", "cpa", "ca", "cfe", "cia", "cgap", "qia", "crmo", "spog", "spa", "span", "spb",
        "spot",
        "ners", "hum", "kom", "ak",
    ]

    /// Whether a word is a title or a degree and may be nothing else.
    static func isTitle(_ word: String) -> Bool { before.contains(word) || after.contains(word) }

    /// The words of a name without titles in front and degrees behind; all of them where nothing else would be left.
    ///
    /// - Parameter parts: what stood between commas.
    /// - Complexity: O(words)
    static func removed(from parts: [[String]]) -> [String] {
        guard let name = parts.first else { return [] }
        var rest = name[...]
        while rest.count > 1, let first = rest.first, before.contains(first) { rest.removeFirst() }
        while rest.count > 1, let last = rest.last, after.contains(last) { rest.removeLast() }
        // Behind a comma stand degrees, unless somebody typed the family name first.
        let behind = parts.dropFirst().flatMap(\.self).filter { !isTitle($0) && $0.unicodeScalars.count > 2 }
        return Array(rest) + behind
    }
}
