// swift-tools-version:6.2
import PackageDescription

// The measured code is linked in from ../Sources, compiled just as it is in the program; of the packages only those of
// the databases and the journal are fetched. The server and the command line are measured from the outside, by their
// own binary.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "zona-benchmarks",
    dependencies: [
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        .target(name: "ExactMath", swiftSettings: settings),
        .target(name: "Rulebook", dependencies: ["ExactMath"], swiftSettings: settings),
        .target(name: "CEmbedded"),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(name: "CXlsxWriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(
            name: "InstrumentFiles", dependencies: ["ExactMath", "Rulebook", "CEmbedded"], swiftSettings: settings),
        .target(
            name: "Documents", dependencies: ["ExactMath", "Rulebook", "CEmbedded", "CZip", "CExpat", "CXlsxWriter"],
            swiftSettings: settings),
        .target(
            name: "Samples", dependencies: ["ExactMath", "Rulebook", "CEmbedded"], swiftSettings: settings),
        .target(
            name: "Journaling", dependencies: [.product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: settings),
        .target(name: "Relational", swiftSettings: settings),
        .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
        .target(
            name: "RelationalSQLite",
            dependencies: [
                "Relational",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: settings),
        .target(name: "RelationalPostgres", dependencies: ["Relational", "CPostgres"], swiftSettings: settings),
        // What the service keeps to itself is linked in file by file, in the folder InUse.
        .executableTarget(
            name: "zona-bench",
            dependencies: [
                "ExactMath", "Rulebook", "InstrumentFiles", "Documents", "Samples", "CZip", "CZlib", "CEmbedded",
                "CSodium", "Journaling", "Relational", "RelationalSQLite", "RelationalPostgres",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            path: "Sources/Benchmarks", swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
