// swift-tools-version: 6.1
import PackageDescription

// What reads files, under libFuzzer: built and run by Tools/fuzz/parsers, never with Steppe itself.
let package = Package(
    name: "SteppeFuzz",
    dependencies: [.package(name: "Steppe", path: "../..")],
    targets: [
        .systemLibrary(name: "CChecksum", path: "CChecksum", pkgConfig: "libcrypto"),
        .executableTarget(
            name: "Parsers",
            dependencies: [.product(name: "Steppe", package: "Steppe"), "CChecksum"],
            path: "Parsers",
            // libFuzzer brings its own main.
            swiftSettings: [.unsafeFlags(["-parse-as-library"])]),
    ],
    swiftLanguageModes: [.v6]
)
