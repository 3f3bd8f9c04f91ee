/// Why a step of an assessment cannot be taken.
public enum AssessmentRefusal: Error, Hashable, Sendable {
    /// Something a result cannot do without.
    public enum Part: Hashable, Sendable {
        /// The unit's sheet was not handed in.
        case unitSheet
        /// The team has no sheet.
        case teamSheet
        /// So many questions of the team's sheet are not answered.
        case answers(Int)
        /// The report to the head of the agency is not written.
        case report

        /// What is missing, in Indonesian.
        public var text: String {
            switch self {
            case .unitSheet: "LKE unit belum diserahkan"
            case .teamSheet: "LKE TPI belum diunggah"
            case .answers(let count): "LKE TPI masih kosong pada \(count) pertanyaan"
            case .report: "laporan kepada pimpinan instansi belum ditulis"
            }
        }
    }

    /// The team can no longer be changed.
    case alreadyOpen
    /// There is no open assessment.
    case notOpen
    /// The result stands.
    case closed
    /// The person is not on the team.
    case notOnTeam
    /// The person does not lead the team.
    case notLead
    /// The team, or the person, is not free or not ready to assess.
    case notReady([TeamObstacle])
    /// Parts of the result are missing.
    case incomplete([Part])
    /// Who fills in does not approve.
    case ownWork

    /// The code, and the rule with the way out.
    ///
    /// - Parameters:
    ///   - name: how people read the name of an account.
    ///   - date: how people read a day.
    /// - Complexity: O(obstacles)
    public func refusal(_ name: (AccountID) -> String, _ date: (Day) -> String) -> Refusal {
        switch self {
        case .alreadyOpen:
            return Refusal(
                .assessmentClosed, at: "",
                "Penilaian sudah dibuka, jadi tim tidak dapat diubah lagi. Bila harus diganti, mintalah unit dikembalikan ke pembangunan.")
        case .closed:
            return Refusal(.assessmentClosed, at: "", "Penilaian sudah ditutup dan hasilnya tetap. Putaran baru dimulai bila unit dikembalikan ke pembangunan.")
        case .notOpen:
            return Refusal(
                .assessmentNotOpen, at: "", "Penilaian belum dibuka. Buka dahulu setelah tim lengkap dan semua anggotanya bebas dari benturan.")
        case .notOnTeam:
            return Refusal(.notOnTeam, at: "", "Anda tidak duduk di tim penilai unit ini. Mintalah ketua TPI memasukkan Anda sesuai surat keputusan.")
        case .notLead:
            return Refusal(.notOnTeam, at: "", "Langkah ini hanya diambil oleh ketua tim penilai unit ini. Mintalah ketua tim melakukannya.")
        case .notReady(let obstacles):
            return Refusal(obstacles.map { $0.finding(name, date) })
        case .incomplete(let parts):
            return Refusal(parts.map { .error(.resultIncomplete, at: "", "Hasil penilaian belum dapat disahkan: \($0.text). Lengkapi dahulu.") })
        case .ownWork:
            return Refusal(.ownSheet, at: "", "Yang mengisi lembar tidak mengesahkannya sendiri. Mintalah orang lain yang berwenang melakukannya.")
        }
    }
}

extension TeamObstacle {
    /// The obstacle as people read it, with the way out.
    ///
    /// - Parameters:
    ///   - name: how people read the name of an account.
    ///   - date: how people read a day.
    public func finding(_ name: (AccountID) -> String, _ date: (Day) -> String) -> Finding {
        switch self {
        case .noDecree:
            .error(.teamNotReady, at: "", "Surat keputusan tim belum dicatat. Isi nomor dan tanggalnya.")
        case .decreeNotInForce(let day):
            .error(.teamNotReady, at: "", "Surat keputusan tim bertanggal \(date(day)), sesudah hari ini. Betulkan tanggalnya, atau tunggu sampai hari itu.")
        case .seatsShort(let seat, let has, let needs):
            .error(.teamNotReady, at: "", "\(seat.name) baru \(has) orang, paling sedikit \(needs). Tambahkan orang ke tim.")
        case .undeclared(let account):
            .error(.teamNotReady, at: "", "\(name(account)) belum menyatakan benturan kepentingan. Mintalah menyatakannya di halaman penilaian.")
        case .interested(let account):
            .error(.conflictOfInterest, at: "", "\(name(account)) menyatakan berkepentingan pada unit ini. Ganti dengan orang lain.")
        case .belongs(let account):
            .error(.conflictOfInterest, at: "", "\(name(account)) termasuk orang unit ini. Tidak seorang pun menilai unitnya sendiri; ganti dengan orang lain.")
        case .belonged(let account, let day):
            .error(
                .conflictOfInterest, at: "",
                "\(name(account)) masih orang unit ini sampai \(date(day)), terlalu dekat dengan penilaian. Ganti dengan orang lain.")
        case .noRole(let account, let seat):
            .error(
                .teamNotReady, at: "",
                "\(name(account)) hari ini tidak berperan \(seat.role.name) untuk unit ini. Mintalah admin instansi memberikan perannya, atau ganti orangnya.")
        }
    }
}
