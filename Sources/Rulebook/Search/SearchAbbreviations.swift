/// Short forms that stand for words in names of units and people.
enum SearchAbbreviations {
    /// Small words between others.
    static let connectives: Set<String> = ["dan", "di", "pada", "untuk", "yang", "serta", "atau", "the", "of"]

    private static let units: [String: [String]] = [
        "kab": ["kabupaten"], "kec": ["kecamatan"], "kel": ["kelurahan"], "prov": ["provinsi"], "prop": ["provinsi"], "propinsi": ["provinsi"],
        "kemen": ["kementerian"], "ditjen": ["direktorat", "jenderal"], "dirjen": ["direktorat", "jenderal"], "dit": ["direktorat"],
        "setjen": ["sekretariat", "jenderal"], "sekjen": ["sekretariat", "jenderal"], "itjen": ["inspektorat", "jenderal"], "setda": ["sekretariat", "daerah"],
        "sekda": ["sekretariat", "daerah"], "setwan": ["sekretariat", "dewan"], "set": ["sekretariat"], "kanwil": ["kantor", "wilayah"], "ktr": ["kantor"],
        "rs": ["rumah", "sakit"], "rsud": ["rumah", "sakit", "umum", "daerah"], "rsup": ["rumah", "sakit", "umum", "pusat"],
        "rsj": ["rumah", "sakit", "jiwa"], "pkm": ["puskesmas"], "kpp": ["kantor", "pelayanan", "pajak"], "bag": ["bagian"], "bid": ["bidang"],
        "subbag": ["subbagian"], "subag": ["subbagian"], "uptd": ["unit", "pelaksana", "teknis", "daerah"], "upt": ["unit", "pelaksana", "teknis"],
        "disdik": ["dinas", "pendidikan"], "dinkes": ["dinas", "kesehatan"], "dishub": ["dinas", "perhubungan"], "dinsos": ["dinas", "sosial"],
        "disdukcapil": ["dinas", "kependudukan", "pencatatan", "sipil"], "dukcapil": ["kependudukan", "pencatatan", "sipil"],
        "bpn": ["badan", "pertanahan", "nasional"], "polres": ["kepolisian", "resor"], "polsek": ["kepolisian", "sektor"], "polda": ["kepolisian", "daerah"],
        "kejari": ["kejaksaan", "negeri"], "kejati": ["kejaksaan", "tinggi"], "pn": ["pengadilan", "negeri"], "pa": ["pengadilan", "agama"],
        "lapas": ["lembaga", "pemasyarakatan"], "rutan": ["rumah", "tahanan"],
    ]

    private static let people: [String: [String]] = [
        "moh": ["muhammad"], "muh": ["muhammad"], "mohd": ["muhammad"], "mhd": ["muhammad"], "mohammad": ["muhammad"], "mohamad": ["muhammad"],
        "mochammad": ["muhammad"], "mochamad": ["muhammad"], "moch": ["muhammad"], "abd": ["abdul"],
    ]

    /// What a word is short for; `nil` when it stands for itself.
    static func meaning(of word: String, _ kind: SearchKind) -> [String]? {
        kind == .unit ? units[word] : people[word]
    }
}
