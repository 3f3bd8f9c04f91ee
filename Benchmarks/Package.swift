// swift-tools-version:6.2
import PackageDescription

// The measured code is linked in from ../Sources, compiled just as it is in the program, and the packages of the
// server are not fetched: the server and the command line are measured from the outside, by their own binary.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "zona-benchmarks",
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
        .executableTarget(
            name: "zona-bench",
            dependencies: ["ExactMath", "Rulebook", "InstrumentFiles", "Documents", "Samples", "CZip", "CZlib"],
            path: "Sources/Benchmarks", swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
