// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import GDAL
internal import MapStyles

extension SheetDrawing {
    /// Everything within the frame; adds to the legend what it shows.
    func drawMap(
        on frame: MapFrame, legend: inout LegendBuilder
    ) throws -> (labels: LabelPlacement, codes: [Int], crowded: [String]) {
        var codes: [Int] = []
        var wanted: [(zone: PageZone, labels: [ZoneLabel])] = []
        let layers = sheet.layers
        var drawings: [() throws -> Void] = []
        for layer in layers {
            switch layer {
            case .classes(let map):
                drawings.append(try prepare(map, on: frame, &legend, &codes))
            case .numbers(let map): drawings.append(try prepare(map, on: frame, &legend))
            case .choropleth(let map):
                drawings.append(try prepare(map, on: frame, &legend, &wanted))
            case .styledRaster(let map):
                drawings.append(try prepare(map, on: frame, grid(of: frame), &legend))
            case .styledFeatures(let map):
                drawings.append(try prepare(map, on: frame, &legend, &wanted))
            case .zones(let borders):
                let zones = try pageZones(of: borders, on: frame)
                drawings.append { drawBorders(zones) }
                try addBorder(borders, to: &legend)
                if borders.showsNames {
                    for zone in zones {
                        wanted.append(
                            (
                                zone,
                                try labels(
                                    of: zone.zone, value: nil, mark: nil, language: language,
                                    typesetter: typesetter)
                            ))
                    }
                }
            }
        }
        let badge = try syntheticBadge(
            on: frame, clearOf: wanted.flatMap(\.zone.rings))
        let placement = placeLabels(
            wanted.map { item in
                LabelRequest(
                    id: item.zone.zone.id, rings: item.zone.rings,
                    variants: item.labels.map { ($0.width + 2, $0.height) })
            }, in: frame.rect, avoiding: badge.map { [$0.rect] } ?? [])
        let graticule = Graticule(on: frame)
        try canvas.clipped(to: frame.rect) {
            for drawing in drawings { try drawing() }
            canvas.draw([frame.outline], closed: true, Stroke(inkColor, width: 0.7))
            canvas.draw(graticule.lines, Stroke(RGBA(hex: 0x2B4A6B).opacity(0.45), width: 0.35))
            draw(placement, of: wanted)
            badge?.draw(canvas)
        }
        let dropped = Set(placement.dropped)
        let crowded = wanted.filter { dropped.contains($0.zone.zone.id) }.map {
            $0.zone.zone.name.line(in: language)
        }
        return (placement, codes, crowded)
    }

    private func grid(of frame: MapFrame) -> DisplayGrid {
        DisplayGrid(
            crs: frame.crs, extent: frame.extent,
            width: max(1, Int((frame.rect.width * canvas.pixelsPerPoint).rounded())),
            height: max(1, Int((frame.rect.height * canvas.pixelsPerPoint).rounded())))
    }

    private func prepare(
        _ map: ClassMap, on frame: MapFrame, _ legend: inout LegendBuilder,
        _ codes: inout [Int]
    ) throws -> () throws -> Void {
        let (picture, present) = try paint(map, on: grid(of: frame), threads: sheet.threads)
        let entries = map.legend.filter { present.contains($0.code) }
        codes += entries.map(\.code)
        try legend.add(heading: map.heading)
        for entry in LegendEntry.merged(entries) {
            let share = entry.share.map { shareText($0) }
            try legend.add(entry.label, note: share) { (canvas, rect) throws(MapError) in
                canvas.fill(rect, entry.color)
                canvas.draw(rect, Stroke(RGBA(hex: 0x6B6B6B), width: 0.4))
            }
        }
        let veil = try veil(for: map.fadesOutsideZones, on: frame)
        let canvas = canvas
        return {
            try canvas.draw(
                pixels: picture.pixels, width: picture.width, height: picture.height,
                in: frame.rect)
            veil()
        }
    }

    private func prepare(
        _ map: NumericMap, on frame: MapFrame, _ legend: inout LegendBuilder
    ) throws -> () throws -> Void {
        var painted = try paint(map, on: grid(of: frame), threads: sheet.threads)
        if painted.hasGaps, frame.centralMeridian != nil {
            painted.hasGaps = painted.picture.hasGapOnGlobe(of: frame)
        }
        try legend.add(heading: map.heading, unit: map.unit)
        try legend.add(rampScale(painted, ramp: map.ramp, typesetter: typesetter))
        if painted.hasGaps { try addNoData(to: &legend) }
        let veil = try veil(for: map.fadesOutsideZones, on: frame)
        let canvas = canvas
        return {
            let ground = frame.outline
            if painted.hasGaps {
                drawNoData([ground.isEmpty ? frame.rect.ring : ground], on: canvas)
            }
            try canvas.draw(
                pixels: painted.picture.pixels, width: painted.picture.width,
                height: painted.picture.height, in: frame.rect)
            veil()
        }
    }

    private func prepare(
        _ map: Choropleth, on frame: MapFrame, _ legend: inout LegendBuilder,
        _ wanted: inout [(zone: PageZone, labels: [ZoneLabel])]
    ) throws -> () throws -> Void {
        let zones = try pageZones(of: map.borders, on: frame)
        let values = zones.compactMap { map.values[$0.zone.id] }.filter(\.isFinite)
        let breaks: ClassBreaks? =
            values.isEmpty
            ? nil
            : try ClassBreaks(
                of: values + (map.target.map { [$0] } ?? []), by: map.breaks,
                around: map.ramp.isDiverging ? map.centre : nil)
        let colors = breaks.map { map.ramp.colors(count: $0.classCount) } ?? []
        // A number must tell which class it is in.
        let places = max(map.decimals, breaks.map { decimals(for: $0.limits) } ?? 0)
        try addScale(map, breaks, colors, to: &legend)
        for zone in zones where map.borders.showsNames {
            let value = map.values[zone.zone.id].flatMap { $0.isFinite ? $0 : nil }
            let text = value.map { formatted($0, decimals: places) } ?? "—"
            let variants = try labels(
                of: zone.zone, value: text, mark: map.marks[zone.zone.id], language: language,
                typesetter: typesetter)
            wanted.append((zone, variants))
        }
        if zones.contains(where: { !(map.values[$0.zone.id]?.isFinite ?? false) }) {
            try addNoData(to: &legend)
        }
        try addMarks(of: map, zones: zones, to: &legend)
        try addBorder(map.borders, to: &legend)
        let canvas = canvas
        return {
            for zone in zones {
                if let value = map.values[zone.zone.id], value.isFinite, let breaks {
                    canvas.fill(zone.rings, colors[breaks.classIndex(of: value)])
                } else {
                    drawNoData(zone.rings, on: canvas)
                }
                switch map.marks[zone.zone.id]?.finding {
                case .inconclusive:
                    canvas.hatch(
                        zone.rings, gap: 6, Stroke(inkColor.opacity(0.55), width: 0.6))
                case .indicative, .countedAbove, .countedBelow:
                    canvas.hatch(
                        zone.rings, gap: 10, Stroke(inkColor.opacity(0.35), width: 0.5))
                default: break
                }
            }
            drawBorders(zones)
        }
    }

    private func draw(
        _ placement: LabelPlacement, of wanted: [(zone: PageZone, labels: [ZoneLabel])]
    ) {
        var unseen = wanted.map(\.zone.zone.id)
        for label in placement.placed {
            guard let index = unseen.firstIndex(of: label.id) else { continue }
            unseen[index] = ""
            if let end = label.leaderEnd {
                let start = label.rect.nearest(to: end)
                canvas.draw([[start, end]], Stroke(RGBA(hex: 0xFFFFFF), width: 2))
                canvas.draw([[start, end]], Stroke(inkColor, width: 0.7))
                canvas.fillDisc(at: end, radius: 1.5, inkColor)
            }
            wanted[index].labels[label.variant].draw(on: canvas, in: label.rect)
        }
    }
}
