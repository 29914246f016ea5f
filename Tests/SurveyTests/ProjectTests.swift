// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Ecology
import Foundation
import GDAL
import PlaneGeometry
import Reporting
import Testing

@testable import MapStyles
@testable import Survey

@Suite("The QGIS project of a survey")
struct QGISProjectTests {
    private func project() throws -> XMLElementNode {
        let layers = try ["deserts", "zones_cropland"].map { key in
            QGISProject.Layer(
                kind: .vector, key: key, name: key, source: "./survey.gpkg|layername=\(key)",
                crs: try CRS("EPSG:4490"), style: .zones())
        }
        let text = QGISProject(
            title: "t", crs: try CRS("EPSG:4490"),
            extent: Extent(minX: 106, minY: 37, maxX: 112, maxY: 41), layers: layers
        ).xml
        let path = NSTemporaryDirectory() + "steppe-\(UUID().uuidString).qgs"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return try XMLReader.read(path)
    }

    @Test("its CRS is named with definition and code, and switched on")
    func crs() throws {
        let root = try project()
        let reference = try #require(root["projectCrs"]?["spatialrefsys"])
        #expect(reference["authid"]?.text == "EPSG:4490")
        #expect(reference["wkt"]?.text.hasPrefix("GEOGCRS") == true)
        #expect(root["properties"]?["SpatialRefSys"]?["ProjectionsEnabled"]?.text == "1")
    }

    @Test("each layer has an id of its own that QGIS keeps, the same in tree, layers and order")
    func ids() throws {
        let root = try project()
        let tree = root["layer-tree-group"]?.children.compactMap { $0.attributes["id"] } ?? []
        let layers = root["projectlayers"]?.children.compactMap { $0["id"]?.text } ?? []
        let order = root["layerorder"]?.children.compactMap { $0.attributes["id"] } ?? []
        #expect(tree == layers && tree == order && Set(tree).count == 2)
        // QGIS 3 takes an id of ten letters or fewer for none.
        #expect(tree.allSatisfy { $0.count > 10 })
    }
}

@Suite("The catalogue's entry of a survey")
struct SurveyItemTests {
    private func geometry(_ west: Double, _ east: Double) throws -> (box: [Double], type: String) {
        let item = SurveyItem(
            id: "a", title: "t", extent: Extent(minX: west, minY: -19, maxX: east, maxY: -16),
            years: 2020...2020, isSynthetic: false, files: [])
        let object = try JSONSerialization.jsonObject(with: Data(item.json().utf8))
        let entry = try #require(object as? [String: Any])
        let geometry = try #require(entry["geometry"] as? [String: Any])
        return (
            try #require(entry["bbox"] as? [Double]), try #require(geometry["type"] as? String)
        )
    }

    @Test("ground across 180° has a box whose east lies west of its west, and two polygons")
    func across() throws {
        let fiji = try geometry(177, 182)
        #expect(fiji.box == [177, -19, -178, -16] && fiji.type == "MultiPolygon")
        let ordos = try geometry(106, 112)
        #expect(ordos.box == [106, -19, 112, -16] && ordos.type == "Polygon")
    }
}

@Suite("The colours of indicators")
struct IndicatorColourTests {
    @Test("what wears the land is brown, water and wetland blue, the rest green, in every style")
    func ramps() throws {
        let sand: Set = [
            "desert_mu_us", "desert_kubuqi", "grassland_degradation", "forage_balance",
            "land_degradation",
        ]
        let water: Set = ["wetland_area", "irrigation_efficiency", "sponge_city"]
        let library = try StyleLibrary()
        for definition in try IndicatorCatalogue.bundled().definitions {
            let id = definition.id
            let ramp: ColorRamp =
                sand.contains(id) ? .sand : water.contains(id) ? .water : .vegetation
            #expect(ColorRamp(of: definition) == ramp, "\(id)")
            let style = try #require(library.styles.first { $0.name == id })
            guard
                case .polygon(let darkest)? = style.rules.last(where: { $0.title.contains("–") })?
                    .symbolizers.first
            else {
                Issue.record("\(id) fills nothing")
                continue
            }
            #expect(darkest.fill == ramp.colors(count: 2).last, "\(id)")
        }
        #expect(ColorRamp(of: nil) == .vegetation)
    }
}
