// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "SteppeBenchmarks",
    dependencies: [
        .package(name: "Steppe", path: "../.."),
        .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
    ],
    targets: [
        .executableTarget(
            name: "Kernels",
            dependencies: [
                .product(name: "Steppe", package: "Steppe"),
                .product(name: "Benchmark", package: "benchmark"),
            ],
            path: "Kernels",
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
    ],
    swiftLanguageModes: [.v6]
)
