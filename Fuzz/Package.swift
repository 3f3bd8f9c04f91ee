// swift-tools-version:6.2
import PackageDescription

// The code under test is linked in from ../Sources: as a dependency it would not be instrumented, and the packages
// of the server would be fetched for nothing.
let traced: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    // What `--sanitize fuzzer` alone leaves out for Swift: without it libFuzzer is blind. Hence build with `run`.
    .unsafeFlags(["-sanitize-coverage=edge,inline-8bit-counters,pc-table,trace-cmp,indirect-calls"]),
]

/// What is internal in the server is reached as by its tests.
let open: [SwiftSetting] = traced + [.unsafeFlags(["-enable-testing"])]

let package = Package(
    name: "zona-fuzz",
    targets: [
        .target(name: "ExactMath", swiftSettings: traced),
        .target(name: "Rulebook", dependencies: ["ExactMath"], swiftSettings: traced),
        .target(name: "CEmbedded"),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(name: "CXlsxWriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .target(
            name: "InstrumentFiles", dependencies: ["ExactMath", "Rulebook", "CEmbedded"], swiftSettings: traced),
        .target(
            name: "Documents", dependencies: ["ExactMath", "Rulebook", "CEmbedded", "CZip", "CExpat", "CXlsxWriter"],
            swiftSettings: traced),
        .target(
            name: "Samples", dependencies: ["ExactMath", "Rulebook", "CEmbedded"], swiftSettings: traced),
        .target(name: "Multipart", dependencies: ["Rulebook"], swiftSettings: traced),
        .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
        // In the place of the server's packages: the few declarations of them that the sources under test use.
        .target(name: "Crypto", dependencies: ["CSodium"], path: "Sources/StandIns/Crypto"),
        .target(name: "HTTPTypes", path: "Sources/StandIns/HTTPTypes"),
        .target(name: "NIOCore", path: "Sources/StandIns/NIOCore"),
        .target(name: "Journaling", dependencies: ["Crypto"], swiftSettings: open),
        .target(name: "Requests", dependencies: ["Rulebook", "Crypto", "CSodium", "HTTPTypes", "NIOCore"], swiftSettings: open),
        .target(name: "Settings", dependencies: ["Rulebook"], swiftSettings: open),
        .executableTarget(
            name: "zona-fuzz",
            dependencies: [
                "CEmbedded", "ExactMath", "Rulebook", "InstrumentFiles", "Documents", "Multipart", "Samples", "Journaling", "Requests",
                "Settings", "HTTPTypes",
            ],
            path: "Sources/Fuzzing",
            // libFuzzer brings the main function.
            swiftSettings: traced + [.unsafeFlags(["-parse-as-library"])]),
    ],
    swiftLanguageModes: [.v6]
)
