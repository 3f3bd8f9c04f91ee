import Rulebook

/// The invented people and units of a demonstration. Names of no real person; sign-in names under a domain that nobody can have.
enum DemoCast {
    /// A unit, by a short word that the story calls it by.
    struct Unit: Hashable, Sendable {
        let key: String
        let code: String
        let name: String
    }

    /// Somebody with one role.
    struct Person: Hashable, Sendable {
        let key: String
        let name: String
        let role: Role
        /// The unit of a role in a unit.
        var unit: String?

        /// Nobody can have an address under this domain (RFC 2606).
        var email: String { "\(key)@sendangrejo.example" }
    }

    static let agencyCode = "KOTA-SENDANGREJO"
    static let agencyName = "Pemerintah Kota Sendangrejo"

    /// Twelve units, in the order in which they set out.
    static let units = [
        Unit(key: "rsud", code: "RSUD", name: "RSUD dr. Wiryo Kusumo"),
        Unit(key: "dpmptsp", code: "DPMPTSP", name: "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu"),
        Unit(key: "pasar", code: "UPT-PASAR", name: "UPT Pasar Induk Sendangrejo"),
        Unit(key: "disdukcapil", code: "DISDUKCAPIL", name: "Dinas Kependudukan dan Pencatatan Sipil"),
        Unit(key: "ngadiluwih", code: "KEC-NGADILUWIH", name: "Kecamatan Ngadiluwih"),
        Unit(key: "puskesmas", code: "PKM-RANDUBLATUNG", name: "Puskesmas Randublatung"),
        Unit(key: "bapenda", code: "BAPENDA", name: "Badan Pendapatan Daerah"),
        Unit(key: "dishub", code: "UPT-PKB", name: "UPT Pengujian Kendaraan Bermotor"),
        Unit(key: "disdik", code: "DISDIK", name: "Dinas Pendidikan"),
        Unit(key: "dlh", code: "DLH", name: "Dinas Lingkungan Hidup"),
        Unit(key: "perpustakaan", code: "PERPUSTAKAAN", name: "Perpustakaan Kota Sendangrejo"),
        Unit(key: "dpupr", code: "DPUPR", name: "Dinas Pekerjaan Umum dan Penataan Ruang"),
    ]

    /// Forty people.
    static let people: [Person] = officers + heads + members

    private static let officers = [
        Person(key: "admin.nasional", name: "Wulan Prameswari", role: .nationalAdministrator),
        Person(key: "penilai.nasional", name: "Harsono Widagdo", role: .nationalReviewer),
        Person(key: "admin.satu", name: "Siti Maharani, S.Kom.", role: .agencyAdministrator),
        Person(key: "admin.dua", name: "Bagas Adinata, S.T.", role: .agencyAdministrator),
        Person(key: "walikota", name: "Drs. Surya Kencana Putra", role: .agencyHead),
        Person(key: "ketua.tpi", name: "Ratna Pudjiastuti, M.Ak.", role: .assessorLead),
        Person(key: "dalnis.tpi", name: "Imam Gunarso, S.E.", role: .assessorController),
        Person(key: "anggota.tpi.satu", name: "Lestari Handayani, S.H.", role: .assessorMember),
        Person(key: "anggota.tpi.dua", name: "Yohanes Tandi", role: .assessorMember),
        Person(key: "auditor", name: "Maimunah Basri, S.E.", role: .auditor),
    ]

    private static let heads = zip(
        units,
        [
            "dr. Anggraini Sasmita, Sp.PD.", "Teguh Raharja, M.M.", "Darmaji", "Nur Aisyah Lubis, S.Sos.", "Ketut Wirawan, S.STP.", "drg. Melati Kusnadi",
            "Andreas Simanjuntak, S.E.", "Slamet Basuki, S.T.", "Endang Rukmini, M.Pd.", "Ferdinand Lumban", "Ayu Pertiwi, S.I.Pust.", "Hendro Cahyono, M.T.",
        ]
    ).map { unit, name in Person(key: "kepala.\(unit.key)", name: name, role: .unitHead, unit: unit.key) }

    private static let members = zip(
        units + units.prefix(6),
        [
            "Rina Kartika", "Doni Setyawan", "Parjo", "Fitri Yulianti", "Made Sudarsana", "Siska Damayanti", "Togar Nainggolan", "Joko Prasetyo",
            "Wahyu Ningsih",
            "Lalu Saputra", "Dewi Anjani", "Rudi Hermawan", "Nia Puspita", "Agung Wicaksono", "Tini Suhartini", "Bayu Nugroho", "Putri Amelia",
            "Gilang Ramadhan",
        ]
    ).enumerated().map { place, pair in
        Person(key: "anggota.\(pair.0.key)\(place < units.count ? "" : ".dua")", name: pair.1, role: .unitMember, unit: pair.0.key)
    }
}
