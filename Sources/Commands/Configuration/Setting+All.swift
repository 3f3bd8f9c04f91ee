import Documents
import Logging
import Service

extension Setting {
    /// Every setting, in the order in which people read about them.
    static let all: [Setting] = [
        host, port, publicURL, data, database, certificate, key, strictTransport, trustedProxies, proxyHeaders,
        metricsHost, metricsPort, logLevel, upload, document, uploadMemory, checksAtOnce, waitingChecks, connections, idle,
        uploadTime, stop, drain, sessionIdle, sessionLimit, signing,
    ]

    static let host = Setting(
        key: "host", valueName: "alamat", initial: "127.0.0.1", meaning: "Alamat yang didengarkan; 0.0.0.0 untuk semua."
    ) { text, deployment throws(UnusableValue) in deployment.server.host = try SettingValue.host(text) }

    static let port = Setting(
        key: "port", valueName: "port", initial: "8080", meaning: "Nomor port; 0 untuk port bebas mana pun."
    ) { text, deployment throws(UnusableValue) in deployment.server.port = try SettingValue.number(text, 0...65_535) }

    static let publicURL = Setting(
        key: "public-url", valueName: "url", initial: nil,
        meaning: "Alamat yang dikenal orang, misalnya https://zona.instansi.go.id; dipakai pada tautan."
    ) { text, deployment throws(UnusableValue) in
        guard let address = PublicAddress(text) else {
            throw UnusableValue(rule: "harus berbentuk https://nama atau https://nama:port, tanpa jalur")
        }
        deployment.server.publicAddress = address
    }

    static let data = Setting(
        key: "data", valueName: "folder", initial: nil,
        meaning:
            "Folder data. Instrumen tambahan dibaca dari instrumen/*.json, kata-kata instansi dari kata-kata/*.json."
    ) { text, deployment throws(UnusableValue) in deployment.data = try SettingValue.path(text) }

    static let database = Setting(
        key: "database", valueName: "url", initial: nil,
        meaning: "PostgreSQL: postgres://nama:sandi@mesin:port/basis. Tanpa ini, satu berkas di folder data.",
        isSecret: true
    ) { text, deployment throws(UnusableValue) in
        guard let address = DatabaseAddress(text) else {
            throw UnusableValue(rule: "harus berbentuk postgres://nama:sandi@mesin:port/basis; huruf khusus pada sandi ditulis %xx")
        }
        deployment.database = address
    }

    static let certificate = Setting(
        key: "tls-certificate", valueName: "berkas", initial: nil,
        meaning: "Rantai sertifikat TLS (PEM). Bersama tls-key, Zona melayani HTTPS sendiri."
    ) { text, deployment throws(UnusableValue) in
        let path = try SettingValue.path(text)
        deployment.server.tls = .init(certificate: path, key: deployment.server.tls?.key ?? "")
    }

    static let key = Setting(
        key: "tls-key", valueName: "berkas", initial: nil, meaning: "Kunci TLS (PEM, tanpa kata sandi)."
    ) { text, deployment throws(UnusableValue) in
        let path = try SettingValue.path(text)
        deployment.server.tls = .init(certificate: deployment.server.tls?.certificate ?? "", key: path)
    }

    static let strictTransport = Setting(
        key: "hsts-days", valueName: "hari", initial: "365",
        meaning: "Berapa lama peramban hanya boleh datang lewat HTTPS; 0 mencabut."
    ) { text, deployment throws(UnusableValue) in
        deployment.server.strictTransport = .seconds(try SettingValue.number(text, 0...730) * 86_400)
    }

    static let trustedProxies = Setting(
        key: "trusted-proxies", valueName: "jaringan", initial: nil,
        meaning: "Alamat perantara yang dipercaya, misalnya 127.0.0.1, 10.0.0.0/8; selainnya tidak didengar."
    ) { text, deployment throws(UnusableValue) in
        var networks: [IPNetwork] = []
        for word in SettingValue.list(text) {
            guard let network = IPNetwork(word), networks.count < 100 else {
                throw UnusableValue(
                    rule: "harus alamat atau jaringan CIDR seperti 10.0.0.0/8, dipisah koma; yang keliru: “\(word.prefix(60))”")
            }
            networks.append(network)
        }
        guard !networks.isEmpty else { throw UnusableValue(rule: "harus berisi sedikitnya satu alamat") }
        deployment.server.proxies.networks = networks
    }

    static let proxyHeaders = Setting(
        key: "proxy-headers", valueName: "jenis", initial: "x-forwarded",
        meaning: "Tajuk yang ditulis perantara: x-forwarded (X-Forwarded-For dan -Proto) atau forwarded (RFC 7239)."
    ) { text, deployment throws(UnusableValue) in deployment.server.proxies.header = try SettingValue.choice(text) }

    static let metricsHost = Setting(
        key: "metrics-host", valueName: "alamat", initial: "127.0.0.1", meaning: "Alamat untuk metrik."
    ) { text, deployment throws(UnusableValue) in deployment.metricsHost = try SettingValue.host(text) }

    static let metricsPort = Setting(
        key: "metrics-port", valueName: "port", initial: "off",
        meaning: "Port metrik Prometheus; off untuk tidak ada, 0 untuk port bebas mana pun."
    ) { text, deployment throws(UnusableValue) in
        deployment.metricsPort = text == "off" ? nil : try SettingValue.number(text, 0...65_535)
    }

    static let logLevel = Setting(
        key: "log-level", valueName: "tingkat", initial: "info",
        meaning: "Yang dicatat: trace, debug, info, notice, warning, error, atau critical, dan yang lebih berat."
    ) { text, deployment throws(UnusableValue) in deployment.server.logLevel = try SettingValue.choice(text) }

    static let upload = Setting(
        key: "upload-megabytes", valueName: "MiB", initial: "10", meaning: "Besar satu berkas yang dikirim."
    ) { text, deployment throws(UnusableValue) in
        deployment.server.largestUpload = try SettingValue.number(text, 1...(SheetFile.largestFile >> 20)) << 20
    }

    static let document = Setting(
        key: "document-megabytes", valueName: "MiB", initial: "20", meaning: "Besar satu dokumen yang disimpan."
    ) { text, deployment throws(UnusableValue) in
        deployment.server.largestDocument = try SettingValue.number(text, 1...200) << 20
    }

    static let uploadMemory = Setting(
        key: "upload-memory-megabytes", valueName: "MiB", initial: "256",
        meaning: "Memori untuk semua kiriman yang sedang diterima; selebihnya ditolak sementara."
    ) { text, deployment throws(UnusableValue) in
        deployment.server.uploadMemory = try SettingValue.number(text, 16...65_536) << 20
    }

    static let checksAtOnce = Setting(
        key: "checks-at-once", valueName: "jumlah", initial: "auto",
        meaning: "Lembar yang diperiksa bersamaan; auto sebanyak inti prosesor."
    ) { text, deployment throws(UnusableValue) in
        deployment.server.checksAtOnce =
            text == "auto" ? ServerConfiguration().checksAtOnce : try SettingValue.number(text, 1...1_024)
    }

    static let waitingChecks = Setting(
        key: "waiting-checks", valueName: "jumlah", initial: "64", meaning: "Lembar yang boleh menunggu giliran diperiksa."
    ) { text, deployment throws(UnusableValue) in
        deployment.server.waitingChecks = try SettingValue.number(text, 0...100_000)
    }

    static let connections = Setting(
        key: "connections", valueName: "jumlah", initial: "2000", meaning: "Sambungan yang terbuka bersamaan."
    ) { text, deployment throws(UnusableValue) in
        deployment.server.connections = try SettingValue.number(text, 1...1_000_000)
    }

    static let idle = Setting(
        key: "idle-seconds", valueName: "detik", initial: "30", meaning: "Lama sambungan boleh diam sebelum ditutup."
    ) { text, deployment throws(UnusableValue) in
        deployment.server.idleTime = .seconds(try SettingValue.number(text, 1...3_600))
    }

    static let uploadTime = Setting(
        key: "upload-seconds", valueName: "detik", initial: "120", meaning: "Lama satu kiriman boleh datang."
    ) { text, deployment throws(UnusableValue) in
        deployment.server.uploadTime = .seconds(try SettingValue.number(text, 1...3_600))
    }

    static let stop = Setting(
        key: "stop-seconds", valueName: "detik", initial: "20",
        meaning: "Lama permintaan yang sedang dikerjakan boleh diselesaikan ketika Zona diminta berhenti."
    ) { text, deployment throws(UnusableValue) in
        deployment.server.stopTime = .seconds(try SettingValue.number(text, 1...3_600))
    }

    static let drain = Setting(
        key: "drain-seconds", valueName: "detik", initial: "0",
        meaning: "Lama permintaan baru masih diterima setelah Zona diminta berhenti, sementara /health/ready menjawab 503."
    ) { text, deployment throws(UnusableValue) in
        deployment.server.drainTime = .seconds(try SettingValue.number(text, 0...3_600))
    }

    static let sessionIdle = Setting(
        key: "session-idle-minutes", valueName: "menit", initial: "30", meaning: "Sesi berakhir bila diam selama ini."
    ) { text, deployment throws(UnusableValue) in
        deployment.server.sessionIdle = .seconds(try SettingValue.number(text, 1...10_080) * 60)
    }

    static let sessionLimit = Setting(
        key: "session-absolute-minutes", valueName: "menit", initial: "720", meaning: "Sesi berakhir paling lambat setelah ini."
    ) { text, deployment throws(UnusableValue) in
        deployment.server.sessionLimit = .seconds(try SettingValue.number(text, 1...43_200) * 60)
    }
    static let signing = Setting(
        key: "journal-sign-seconds", valueName: "detik", initial: "600",
        meaning: "Selang penandatanganan jurnal; bila server penanda tangan mati, yang lain menggantikan setelah 1,1 kalinya."
    ) { text, deployment throws(UnusableValue) in
        deployment.server.signingInterval = .seconds(try SettingValue.number(text, 5...86_400))
    }
}
