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
        .executableTarget(
            name: "zona-fuzz",
            dependencies: ["CEmbedded", "ExactMath", "Rulebook", "InstrumentFiles", "Documents", "Multipart", "Samples"],
            path: "Sources/Fuzzing",
            // libFuzzer brings the main function.
            swiftSettings: traced + [.unsafeFlags(["-parse-as-library"])]),
    ],
    swiftLanguageModes: [.v6]
)
