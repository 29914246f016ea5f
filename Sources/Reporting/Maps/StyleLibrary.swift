// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Ecology
internal import Files
internal import Foundation
internal import LandCover
public import MapStyles
internal import Words

/// The built-in styles: what the files in `Styles` are made from.
public struct StyleLibrary: Sendable {
    /// Every style, in the order of their names' kinds: schemes, indicators, zones.
    public let styles: [StyleSheet]

    /// Makes the styles of every built-in scheme and indicator.
    public init() throws {
        var styles: [StyleSheet] = []
        for scheme in try SchemeCatalogue.builtIn().schemes {
            styles.append(.raster(of: scheme))
            var polygons = StyleSheet.polygons(of: scheme)
            polygons.name += "-polygons"
            polygons.title = scheme.titleEN
            styles.append(polygons)
        }
        for definition in try IndicatorCatalogue.bundled().definitions {
            styles.append(Self.style(of: definition))
        }
        styles += [
            .raster(named: "ndvi", title: "NDVI", ramp: .vegetation, range: 0...0.9),
            .raster(
                named: "vegetation-cover", title: "Vegetation cover", ramp: .vegetation,
                range: 0...1),
            .raster(
                named: "change", title: "Change of vegetation", ramp: .change, range: -0.5...0.5),
            .zones(), .verdicts(),
        ]
        self.styles = styles
    }

    /// Zones filled by an indicator, in the columns that a survey's layers have.
    private static func style(of definition: IndicatorDefinition) -> StyleSheet {
        // Files hold SI units, whatever the plan counts in.
        let unit: Quantity.Unit =
            switch definition.unit.dimension {
            case .area: .squareMetres
            case .volume: .cubicMetres
            default: definition.unit.written
            }
        let limits: [Double] =
            switch unit {
            case .percent: [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]
            case .squareMetres: [0, 1e7, 1e8, 2e8, 5e8, 1e9, 2e9, 5e9, 1e10, 1e11]
            case .cubicMetres: [0, 1e4, 1e5, 2e5, 5e5, 1e6, 2e6, 5e6, 1e7, 1e9]
            default: [0, 5, 10, 15, 20, 30, 50]
            }
        return .choropleth(
            named: definition.id, title: "\(definition.name.en) (\(unit.symbol.en))",
            field: "\(definition.id)_\(unit.rawValue)", limits: limits,
            ramp: ColorRamp(of: definition), verdict: "\(definition.id)_verdict")
    }

    /// A style's file.
    ///
    /// - Throws: `StyleError` where there is no style of the name.
    public func text(of name: String, as kind: StyleKind) throws -> String {
        guard let style = styles.first(where: { $0.name == name }) else {
            throw StyleError(
                file: name, line: nil, message: "is no built-in style; steppe styles lists them")
        }
        return style.text(as: kind)
    }

    /// Writes every style in every form; returns the files.
    public func write(to folder: String) throws -> [String] {
        var files: [String] = []
        for kind in StyleKind.allCases {
            let home = "\(folder)/\(kind.folder)"
            try FileManager.default.createDirectory(
                atPath: home, withIntermediateDirectories: true)
            for style in styles {
                let path = "\(home)/\(style.name).\(kind.ending)"
                try WholeFile.write(style.text(as: kind), to: path)
                files.append(path)
            }
        }
        return files
    }
}

extension ColorRamp {
    /// The colours of an indicator, wherever it is drawn; green for one that no definition tells of.
    package init(of definition: IndicatorDefinition?) {
        self =
            switch definition?.ramp ?? .vegetation {
            case .vegetation: .vegetation
            case .sand: .sand
            case .water: .water
            }
    }
}
