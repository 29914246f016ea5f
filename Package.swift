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

let package = Package(
    name: "Steppe",
    products: [
        .library(
            name: "Steppe",
            targets: [
                "Words", "Files", "GDAL", "LandCover", "Zonal", "Ecology", "Carbon",
                "Cartography", "Accounts", "Indicators", "CarbonAccounts", "Reporting", "Survey",
            ]),
        .library(name: "Zonal", targets: ["Zonal"]),
        .executable(name: "steppe", targets: ["steppe"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
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
        step("GDAL", after: ["CGDAL", "DataFiles", "Files"]),
        step("Words"),
        step("LandCover", after: ["DataFiles", "Files", "Words"]),
        .target(name: "CCounting"),
        step("Zonal", after: ["CCounting", "COpenSSL", "Files", "GDAL", "Words"]),
        step("Patches"),
        step("Ecology", after: ["DataFiles", "Files", "LandCover", "Words"]),
        step("Carbon", after: ["DataFiles", "Files", "LandCover", "Ecology", "Words"]),
        step("Cartography", after: ["CDeflate", "CPango", "Files", "GDAL", "LandCover", "Words"]),
        step(
            "Accounts",
            after: [
                "DataFiles", "Files", "Tables", "GDAL", "LandCover", "Zonal", "Ecology",
                "Cartography", "Words",
            ]),
        step(
            "Indicators",
            after: [
                "Accounts", "DataFiles", "Files", "Tables", "GDAL", "LandCover", "Zonal",
                "Ecology", "Cartography", "Words",
            ]),
        step(
            "CarbonAccounts",
            after: [
                "Accounts", "Indicators", "DataFiles", "Files", "Tables", "GDAL", "LandCover",
                "Zonal", "Ecology", "Carbon", "Cartography", "Words",
            ]),
        step(
            "Reporting",
            after: [
                "Accounts", "Indicators", "CarbonAccounts", "DataFiles", "Files", "Tables", "GDAL",
                "LandCover", "Zonal", "Ecology", "Carbon", "Cartography", "Patches", "COpenSSL",
                "Words", .product(name: "Mustache", package: "swift-mustache"),
            ]),
        step(
            "Survey",
            after: [
                "Accounts", "Indicators", "CarbonAccounts", "Reporting", "DataFiles", "Files",
                "Tables", "GDAL", "LandCover", "Zonal", "Ecology", "Carbon", "Cartography",
                "Words",
            ]),
        .executableTarget(
            name: "steppe",
            dependencies: [
                "DataFiles", "Files", "Tables", "GDAL", "LandCover", "Zonal", "Ecology", "Carbon",
                "Cartography", "Patches", "Accounts", "Indicators", "CarbonAccounts", "Reporting",
                "Survey", "Words", arguments,
            ], swiftSettings: strict),

        .target(
            name: "Support", dependencies: ["GDAL"], path: "Tests/Support", swiftSettings: strict),
        tests(of: "Files"),
        tests(of: "DataFiles"),
        tests(of: "Tables", with: ["DataFiles", "Files"]),
        tests(of: "GDAL", with: ["Files"]),
        tests(of: "LandCover"),
        tests(of: "Zonal"),
        tests(of: "Patches", with: ["GDAL"]),
        tests(of: "Ecology", with: ["Words"]),
        tests(of: "Carbon", with: ["Words"]),
        tests(of: "Cartography", with: ["CPango", "Files", "Words"], excluding: ["Golden"]),
        tests(
            of: "Survey",
            with: [
                "Accounts", "Indicators", "CarbonAccounts", "Reporting", "DataFiles", "Ecology",
                "Files", "GDAL", "Patches", "Words", "Zonal",
            ]),
        .testTarget(
            name: "AccountsTests",
            dependencies: [
                "Survey", "Accounts", "Indicators", "CarbonAccounts", "Reporting", "Carbon",
                "Ecology", "Files", "GDAL", "LandCover", "Zonal", "Tables", "DataFiles", "Words",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "CommandTests",
            dependencies: ["steppe", "DataFiles", "Files", "GDAL", "Support"],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)
