// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Accounts
package import Carbon
internal import DataFiles
package import Ecology
package import GDAL
package import LandCover
package import Words
internal import Zonal

/// A reference sample as carbon uses it: what land of each class truly is, zone by zone.
///
/// The shares are those of all zones together, applied to each zone's mapped areas.
package struct CarbonSample: Sendable {
    /// The year whose map the sample judges.
    package let year: Int
    package let confusion: ConfusionSample
    /// How many units it has.
    package let units: Int
    private let category: @Sendable (_ label: String, _ zone: String) -> LandCover.Category?
    private let scheme: ClassScheme

    /// A sample whose units are labelled with the codes of a scheme.
    ///
    /// Classes without units of their own, of those in `mapped`, are taken as mapped.
    package init(
        _ units: [SampleUnit], mapped: Set<String>, named name: String, year: Int,
        scheme: ClassScheme,
        category: @escaping @Sendable (_ label: String, _ zone: String) -> LandCover.Category?
    ) throws {
        self.year = year
        self.scheme = scheme
        self.category = category
        let known = units.filter { category($0.reference, "") != nil }
        self.units = known.count
        let labels = mapped.union(known.flatMap { [$0.map, $0.reference] })
        let references = labels.compactMap { label in
            (try? scheme.landClass(forText: label)).map { LandType($0.category, type: label) }
        }.filter { $0.category != .nodata }.sorted()
        let places = Dictionary(
            uniqueKeysWithValues: references.enumerated().map { ($1.type ?? "", $0) })
        var counts: [LandType: [Double]] = [:]
        for (place, land) in references.enumerated() {
            var row = [Double](repeating: 0, count: references.count)
            for unit in known where unit.map == land.type {
                if let column = places[unit.reference] { row[column] += 1 }
            }
            if row.allSatisfy({ $0 == 0 }) { row[place] = 2 }
            counts[land] = row
        }
        confusion = try ConfusionSample(
            name: "\(name) \(year)", references: references, counts: counts)
    }

    /// The class of the map, as the sample's rows call it; `nil` for a label that is none.
    package func land(of label: String) -> LandType? {
        (try? scheme.landClass(forText: label)).map { LandType($0.category, type: label) }
    }

    /// What land that is mapped as a class may truly be: each class of the sample, with its category.
    package func truths(of mapped: LandType, zone: String) -> [(LandType, LandCover.Category)] {
        guard confusion.counts[mapped] != nil else { return [] }
        return confusion.references.compactMap { reference in
            guard let label = reference.type else { return nil }
            return category(label, zone).map { (reference, $0) }
        }
    }

    /// Said beside results.
    package var note: LocalizedText {
        LocalizedText(
            zh: "面积及其误差取自精度样本\(confusion.name)（\(units)个）：图上面积乘以全市各类实际为何类的比例。"
                + "未变化的土地各年均按样本；变化的土地在样本未评定的年份按图",
            en:
                "areas are those of the accuracy sample \(confusion.name) (\(units) units), with its "
                + "error: mapped areas times the city-wide shares of what each class truly is. Land "
                + "that did not change is in every year what the sample says; land that changed is, "
                + "in years that the sample does not judge, what is mapped")
    }
}

extension CarbonSample {
    /// A sample that judges the newest of some rasters; where it does not name the map's class, the
    /// raster tells it.
    package init(
        reading source: SampleSource, of rasters: CarbonRasters, _ reader: LandReader, year: Int,
        zones: [String], mapped: Set<String>, assuming crs: CRS?
    ) throws {
        var file = try SampleFile(reading: source)
        let last = rasters.rasters.count - 1
        if !file.points.allSatisfy({ $0.map != nil }) {
            try file.readMap(rasters.rasters[last], band: rasters.band, assuming: crs)
        }
        let scheme = reader.schemes[last]
        let labels = ClassLabels(scheme: scheme, byCategory: false)
        let units = try file.points.compactMap { point -> SampleUnit? in
            guard let map = point.map else { return nil }
            let label = try labels.label(of: map, in: file.name)
            return SampleUnit(
                stratum: label, map: label,
                reference: try labels.label(of: point.reference, in: file.name))
        }
        let zone = zones.first ?? ""
        try self.init(
            units, mapped: mapped, named: file.name.fileName, year: year, scheme: scheme
        ) { label, place in
            Int(label).flatMap {
                reader.category(of: .value($0), year: last, zone: place.isEmpty ? zone : place)
            }
        }
    }
}
