// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import DataFiles
internal import Ecology
internal import GDAL
internal import LandCover
internal import MapStyles
internal import Patches
internal import Words
internal import Zonal

/// Writes traced patches as features, one at a time.
struct PatchWriter {
    let layer: PatchLayer
    let kinds: [PatchKind]
    let patches: TracedPatches
    /// By zone, the amount of each patch.
    let amounts: [[Int: Amount]]
    let grid: Grid
    let zones: ZoneLayer?

    func write(
        to path: String, as format: LayerFormat, overwrite: Bool,
        outcome: inout PatchLayer.Outcome
    ) throws {
        let pixel = try grid.middlePixelArea()
        let limit = layer.simplification * layer.simplification / pixel
        let borders = BorderSimplifier.simplified(patches.borders, limit: limit)
        outcome.corners = (
            patches.borders.reduce(0) { $0 + $1.corners.count },
            borders.reduce(0) { $0 + $1.corners.count }
        )
        let outlines = Outlines(borders, partCount: patches.numbers.partCount)
        let exact =
            limit > 0
            ? Outlines(patches.borders, partCount: patches.numbers.partCount) : outlines
        let partsOfPatch = self.partsOfPatch()
        let zonesOfPatch = self.zonesOfPatch()
        let cutter = try zones.map { try ZoneCutter($0, on: grid) }
        let fields =
            [
                Field("class", .text), Field("label", .text), Field("category", .text),
                Field("area_m2", .real),
            ] + (zones == nil ? [] : [Field("zone", .text), Field("name", .text)])
        var total = outcome
        let limits = try format.write(
            to: path, overwrite: overwrite, layer: path.layerName, crs: grid.crs, fields: fields,
            options: layer.layerOptions, style: style
        ) { write in
            for patch in 1..<max(patches.pixels.count, 1) {
                let inZones = zonesOfPatch[patch]
                guard !inZones.isEmpty else { continue }
                let area = inZones.reduce(0) { $0 + $1.amount.areaSquareMetres }
                if area < layer.minimumArea {
                    total.dropped.patches += 1
                    total.dropped.areaSquareMetres += area
                    continue
                }
                let parts = partsOfPatch[patch]
                addDrift(of: patch, parts, outlines, inZones.map(\.amount), to: &total)
                let whole = Geometry(
                    outlines.polygons(ofParts: parts, on: grid.transform))
                let isInside = inZones.count == 1 && covers(inZones[0].amount, patch)
                let pieces =
                    isInside ? nil : try cutter?.cut(whole, toZones: inZones.map(\.zone))
                for (zone, amount) in inZones {
                    var shape =
                        cutter == nil || covers(amount, patch) ? whole : pieces?[zone]
                    if shape == nil {
                        // Simplified, it no longer reaches the zone; what of it lies there stays.
                        let traced = Geometry(exact.polygons(ofParts: parts, on: grid.transform))
                        shape = try cutter?.cut(traced, toZone: zone)
                    }
                    try write(values(of: patch, amount, inZone: zone), shape)
                    total.features += 1
                    total.areaSquareMetres += amount.areaSquareMetres
                }
            }
        }
        outcome = total
        outcome.notes += limits
    }

    /// Whether an amount of a patch is all of it.
    private func covers(_ amount: Amount, _ patch: Int) -> Bool {
        amount.coverage == Int128(patches.pixels[patch]) << 47
    }

    /// By patch, the zones that have some of it.
    private func zonesOfPatch() -> [[(zone: Int, amount: Amount)]] {
        var zones = [[(zone: Int, amount: Amount)]](
            repeating: [], count: max(patches.pixels.count, 1))
        for (zone, zoneAmounts) in amounts.enumerated() {
            for (patch, amount) in zoneAmounts where amount.weight > 0 && patch < zones.count {
                zones[patch].append((zone, amount))
            }
        }
        return zones
    }

    private func partsOfPatch() -> [[Int32]] {
        var parts = [[Int32]](repeating: [], count: patches.numbers.patchCount + 1)
        for part in patches.numbers.patchOfPart.indices.dropFirst() {
            parts[Int(patches.numbers.patchOfPart[part])].append(Int32(part))
        }
        return parts
    }

    /// What outlines enclose beyond their pixels, a pixel taken as large as the patch's mean.
    private func addDrift(
        of patch: Int, _ parts: [Int32], _ outlines: Outlines, _ amounts: [Amount],
        to outcome: inout PatchLayer.Outcome
    ) {
        guard layer.simplification > 0 else { return }
        let doubled = parts.reduce(0) { $0 + outlines.outline(of: $1).doubledArea }
        let sum = amounts.reduce(into: Amount()) { $0 += $1 }
        let drift =
            (Double(doubled) / 2 - Double(patches.pixels[patch])) * sum.areaSquareMetres
            / sum.pixels
        outcome.driftSquareMetres += drift
        outcome.absoluteDriftSquareMetres += abs(drift)
    }

    private func values(of patch: Int, _ amount: Amount, inZone zone: Int) -> [FieldValue] {
        let kind = kinds[Int(patches.numbers.valueOfPatch[patch]) - 1]
        var values: [FieldValue] = [
            .text(kind.code), .text(layer.language == .zh ? kind.zh : kind.en),
            .text(kind.category?.key ?? ""), .real(amount.areaSquareMetres),
        ]
        if let zones { values += [.text(zones.zones[zone].id), .text(zones.zones[zone].name)] }
        return values
    }

    private var style: StyleSheet {
        let isByCategory = if case .categories = layer.selection { true } else { false }
        return StyleSheet.polygons(
            named: "layers",
            kinds: kinds.map { kind in
                (
                    key: isByCategory ? kind.category?.key ?? "" : kind.code,
                    title: layer.language == .zh ? kind.zh : kind.en,
                    color: RGBA(
                        red: kind.colour.red, green: kind.colour.green, blue: kind.colour.blue)
                )
            }, field: isByCategory ? "category" : "class")
    }
}

extension String {
    /// What a layer in a file of this path is called.
    fileprivate var layerName: String {
        let name = fileName
        return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    }
}
