// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// One step on the data's way, and the earlier steps that it builds on.
func step(_ name: String, after earlier: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: earlier, swiftSettings: strict)
}

func tests(
    of name: String, with others: [Target.Dependency] = [], excluding files: [String] = []
) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: [.byName(name: name), "Support"] + others, exclude: files,
        swiftSettings: strict)
}

let arguments: Target.Dependency = .product(
    name: "ArgumentParser", package: "swift-argument-parser")

let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")

let package = Package(
    name: "Steppe",
    products: [
        .library(
            name: "Steppe",
            targets: [
                "Words", "Files", "PlaneGeometry", "GDAL", "LandCover", "Zonal", "Ecology",
                "Carbon", "MapStyles", "Cartography", "Accounts", "Indicators", "CarbonAccounts",
                "Reporting", "Survey",
            ]),
        .library(name: "Zonal", targets: ["Zonal"]),
        .executable(name: "steppe", targets: ["steppe"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.4.0"),
    ],
    targets: [
        .systemLibrary(name: "CGDAL", pkgConfig: "gdal", providers: [.apt(["libgdal-dev"])]),
        .systemLibrary(
            name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
        .systemLibrary(
            name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(
            name: "CPango", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"])]),
        .systemLibrary(
            name: "CXlsxWriter", pkgConfig: "xlsxwriter",
            providers: [.apt(["libxlsxwriter-dev"])]),

        // The data's way: nothing imports what comes after it.
        .target(name: "CFiles"),
        step("Files", after: ["CFiles"]),
        step("DataFiles", after: ["Files"]),
        step("Tables", after: ["CXlsxWriter", "DataFiles", "Files"]),
        step("PlaneGeometry"),
        step("GDAL", after: ["CGDAL", "DataFiles", "Files", "PlaneGeometry"]),
        step("Words"),
        step("LandCover", after: ["DataFiles", "Files", "Words"]),
        .target(name: "CCounting"),
        step("Zonal", after: ["CCounting", "COpenSSL", "Files", "PlaneGeometry", "GDAL", "Words"]),
        step("Patches"),
        step("Ecology", after: ["DataFiles", "Files", "LandCover", "Words"]),
        step("Carbon", after: ["DataFiles", "Files", "LandCover", "Ecology", "Words"]),
        step("MapStyles", after: ["Files", "GDAL", "LandCover", "Words"]),
        step(
            "Cartography",
            after: [
                "CDeflate", "CPango", "Files", "PlaneGeometry", "GDAL", "LandCover", "MapStyles",
                "Words",
            ]),
        step(
            "Accounts",
            after: [
                "DataFiles", "Files", "Tables", "PlaneGeometry", "GDAL", "LandCover", "Zonal",
                "Ecology", "MapStyles", "Cartography", "Words",
            ]),
        step(
            "Indicators",
            after: [
                "Accounts", "DataFiles", "Files", "Tables", "PlaneGeometry", "GDAL", "LandCover",
                "Zonal", "Ecology", "MapStyles", "Cartography", "Words",
            ]),
        step(
            "CarbonAccounts",
            after: [
                "Accounts", "Indicators", "DataFiles", "Files", "Tables", "PlaneGeometry", "GDAL",
                "LandCover", "Zonal", "Ecology", "Carbon", "MapStyles", "Cartography", "Words",
            ]),
        step(
            "Reporting",
            after: [
                "Accounts", "Indicators", "CarbonAccounts", "DataFiles", "Files", "Tables",
                "PlaneGeometry", "GDAL", "LandCover", "Zonal", "Ecology", "Carbon", "MapStyles",
                "Cartography", "Patches", "COpenSSL", "Words",
                .product(name: "Mustache", package: "swift-mustache"),
            ]),
        .target(name: "CProcesses"),
        step(
            "Survey",
            after: [
                "Accounts", "Indicators", "CarbonAccounts", "Reporting", "CProcesses", "DataFiles",
                "Files", "Tables", "PlaneGeometry", "GDAL", "LandCover", "Zonal", "Ecology",
                "Carbon",
                "MapStyles", "Cartography", "Words", logging,
            ]),
        .executableTarget(
            name: "steppe",
            dependencies: [
                "DataFiles", "Files", "Tables", "PlaneGeometry", "GDAL", "LandCover", "Zonal",
                "Ecology", "Carbon", "MapStyles", "Cartography", "Patches", "Accounts",
                "Indicators", "CarbonAccounts", "Reporting", "Survey", "Words", arguments, logging,
            ], swiftSettings: strict),

        .target(
            name: "Support", dependencies: ["PlaneGeometry", "GDAL"], path: "Tests/Support",
            swiftSettings: strict),
        tests(of: "Files"),
        tests(of: "DataFiles"),
        tests(of: "Tables", with: ["DataFiles", "Files"]),
        tests(of: "GDAL", with: ["Files", "PlaneGeometry"]),
        tests(of: "LandCover"),
        tests(of: "Zonal"),
        tests(of: "Patches", with: ["PlaneGeometry", "GDAL"]),
        tests(of: "Ecology", with: ["Words"]),
        tests(of: "Carbon", with: ["Words"]),
        tests(
            of: "Cartography", with: ["CPango", "Files", "MapStyles", "Words"],
            excluding: ["Golden"]),
        tests(
            of: "Survey",
            with: [
                "Accounts", "Indicators", "CarbonAccounts", "Reporting", "DataFiles", "Ecology",
                "Files", "PlaneGeometry", "GDAL", "MapStyles", "Patches", "Words", "Zonal", logging,
            ],
            excluding: ["Golden"]),
        .testTarget(
            name: "AccountsTests",
            dependencies: [
                "Survey", "Accounts", "Indicators", "CarbonAccounts", "Reporting", "Carbon",
                "Ecology", "Files", "PlaneGeometry", "GDAL", "LandCover", "Zonal", "Tables",
                "DataFiles", "Words",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "CommandTests",
            dependencies: ["steppe", "DataFiles", "Files", "PlaneGeometry", "GDAL", "Support"],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)
