// swift-tools-version:6.2
import PackageDescription

/// One set of rules for every Swift target: strict concurrency comes with the language mode, the rest is switched on here.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "zona",
    products: [
        .executable(name: "zona", targets: ["zona"]),
        .library(name: "ZonaRules", targets: ["ExactMath", "Rulebook", "InstrumentFiles", "Documents"]),
        .library(name: "ZonaServer", targets: ["Markup", "Service"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // Pure rules: no I/O, no clock, no Foundation.
        .target(name: "ExactMath", swiftSettings: strict),
        .target(name: "Rulebook", dependencies: ["ExactMath"], swiftSettings: strict),
        .target(name: "Markup", swiftSettings: strict),

        // Files in and out.
        .target(name: "CEmbedded"),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(name: "CXlsxWriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(
            name: "InstrumentFiles",
            dependencies: ["ExactMath", "Rulebook", "CEmbedded"],
            swiftSettings: strict),
        .target(
            name: "Documents",
            dependencies: ["ExactMath", "Rulebook", "CEmbedded", "CZip", "CExpat", "CXlsxWriter"],
            swiftSettings: strict),

        // The record of every change: entries, chain, tree, proofs. Needs no server and no database.
        .target(name: "Journaling", dependencies: [.product(name: "Crypto", package: "swift-crypto")], swiftSettings: strict),

        // One interface to two databases.
        .target(name: "Relational", swiftSettings: strict),
        .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .target(
            name: "RelationalSQLite",
            dependencies: [
                "Relational",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .target(name: "RelationalPostgres", dependencies: ["Relational", "CPostgres"], swiftSettings: strict),

        // The server and the command line.
        .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
        .systemLibrary(name: "CMagic", pkgConfig: "libmagic", providers: [.apt(["libmagic-dev"])]),
        .systemLibrary(name: "CQRCode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .target(
            name: "Service",
            dependencies: [
                "ExactMath", "Rulebook", "InstrumentFiles", "Documents", "Markup", "Journaling", "Relational", "CEmbedded",
                "CMagic", "CQRCode", "CSodium", "CZlib",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: strict),
        .target(
            name: "Commands",
            dependencies: [
                "ExactMath", "Rulebook", "InstrumentFiles", "Documents", "Journaling", "Relational", "RelationalPostgres",
                "RelationalSQLite", "Service",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),
        .executableTarget(name: "zona", dependencies: ["Commands"], swiftSettings: strict),

        .testTarget(name: "ArchitectureTests", dependencies: ["Rulebook"], swiftSettings: strict),
        .testTarget(name: "ExactMathTests", dependencies: ["ExactMath"], swiftSettings: strict),
        .testTarget(
            name: "RulebookTests", dependencies: ["ExactMath", "Rulebook", "InstrumentFiles"], swiftSettings: strict),
        .testTarget(
            name: "InstrumentFilesTests", dependencies: ["ExactMath", "Rulebook", "InstrumentFiles"],
            swiftSettings: strict),
        .testTarget(
            name: "DocumentsTests",
            dependencies: ["ExactMath", "Rulebook", "InstrumentFiles", "Documents", "CZip"], swiftSettings: strict),
        .testTarget(name: "JournalingTests", dependencies: ["Journaling"], swiftSettings: strict),

        // One suite for both engines, and a writer that tests kill.
        .target(
            name: "RelationalConformance", dependencies: ["Relational"], path: "Tests/RelationalConformance",
            swiftSettings: strict),
        .executableTarget(
            name: "CrashWriter", dependencies: ["Relational", "RelationalPostgres", "RelationalSQLite"],
            path: "Tests/CrashWriter", swiftSettings: strict),
        .testTarget(name: "RelationalTests", dependencies: ["Relational"], swiftSettings: strict),
        .testTarget(
            name: "RelationalSQLiteTests",
            dependencies: ["Relational", "RelationalSQLite", "RelationalConformance", "CrashWriter"],
            swiftSettings: strict),
        .testTarget(
            name: "RelationalPostgresTests",
            dependencies: ["Relational", "RelationalPostgres", "RelationalConformance", "CrashWriter", "CPostgres"],
            swiftSettings: strict),
        .testTarget(name: "MarkupTests", dependencies: ["Markup"], swiftSettings: strict),
        .testTarget(
            name: "ServiceTests",
            dependencies: [
                "ExactMath", "Rulebook", "InstrumentFiles", "Documents", "Markup", "Journaling", "Relational",
                "RelationalPostgres", "RelationalSQLite", "Service", "CZlib",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: strict),
        // Runs the program itself.
        .testTarget(
            name: "CommandsTests",
            dependencies: [
                "zona", "Relational", "RelationalPostgres", "RelationalSQLite", "Rulebook", "CZip",
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
