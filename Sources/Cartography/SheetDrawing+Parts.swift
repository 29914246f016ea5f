// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import GDAL
internal import MapStyles
internal import PlaneGeometry
internal import Words

extension SheetDrawing {
    /// Zones as they lie on the page.
    func pageZones(of borders: ZoneBorders, on frame: MapFrame) throws -> [PageZone] {
        let transform = try CoordinateTransform(from: borders.crs, to: frame.crs)
        return try borders.zones.map { zone in
            PageZone(
                zone: zone, rings: try pageRings(of: zone.polygons, through: transform, on: frame))
        }
    }

    /// Borders in two strokes, so that they show on light ground and on dark.
    func drawBorders(_ zones: [PageZone]) {
        let rings = zones.flatMap(\.rings)
        canvas.draw(
            rings, closed: true, Stroke(RGBA(hex: 0xFFFFFF).opacity(0.75), width: 2.2))
        canvas.draw(rings, closed: true, Stroke(RGBA(hex: 0x3A3A3A), width: 0.8))
    }

    /// Draws a pale veil over all that lies outside the sheet's zones.
    func veil(for fades: Bool, on frame: MapFrame) throws -> () -> Void {
        guard fades else { return {} }
        var rings: [[Point]] = []
        for borders in sheet.layers.compactMap(\.borders) {
            var parts: [Polygon] = []
            for zone in borders.zones where !zone.polygons.isEmpty {
                parts += try Geometry(zone.polygons).madeValid().polygons
            }
            let whole = parts.count > 1 ? try Geometry(parts).dissolved().polygons : parts
            let transform = try CoordinateTransform(from: borders.crs, to: frame.crs)
            rings += try pageRings(of: whole, through: transform, on: frame)
            break  // several layers of zones overlap: the first says what the map is about
        }
        guard !rings.isEmpty else { return {} }
        let outside = [frame.rect.grown(by: 2).ring] + rings
        let canvas = canvas
        return { canvas.fill(outside, RGBA(hex: 0xFFFFFF).opacity(0.62)) }
    }

    /// The target as the legend writes it.
    private func targetText(_ map: Choropleth) -> String? {
        guard let target = map.target else { return nil }
        let number = formatted(target, decimals: max(map.decimals, decimals(for: [target])))
        let unit = map.unit.lines(in: language).first.map { " \($0)" } ?? ""
        return (map.targetLabel.lines(in: language).first.map { $0 + " " } ?? "") + number + unit
    }

    /// A choropleth's heading and scale.
    func addScale(
        _ map: Choropleth, _ breaks: ClassBreaks?, _ colors: [RGBA],
        to legend: inout LegendBuilder
    ) throws(MapError) {
        try legend.add(heading: map.heading, unit: map.unit)
        guard let breaks else { return }
        let target = map.target.flatMap { value in targetText(map).map { (value, $0) } }
        try legend.add(
            classScale(breaks, colors: colors, target: target, typesetter: typesetter))
    }

    /// The swatch of ground that nothing is known of.
    func addNoData(to legend: inout LegendBuilder) throws(MapError) {
        try legend.add(LocalizedText(zh: "无数据", en: "No data")) { (canvas, rect) in
            drawNoData([rect.ring], on: canvas)
            canvas.draw(rect, Stroke(RGBA(hex: 0x6B6B6B), width: 0.4))
        }
    }

    /// The marks that are on the map.
    func addMarks(
        of map: Choropleth, zones: [PageZone], to legend: inout LegendBuilder
    ) throws(MapError) {
        let used = Set(zones.compactMap { map.marks[$0.zone.id] })
        guard !used.isEmpty else { return }
        try legend.add(heading: map.marksHeading)
        for mark in ZoneMark.all where used.contains(mark) {
            try legend.add(mark.label) { (canvas, rect) in
                let gap =
                    switch mark.finding {
                    case .inconclusive: 6.0
                    case .indicative, .countedAbove, .countedBelow: 10.0
                    case .met, .missed, .notAssessed: 0.0
                    }
                if gap > 0 {
                    canvas.hatch(
                        [rect.ring], gap: gap * 0.6, Stroke(inkColor.opacity(0.5), width: 0.5))
                    canvas.draw(rect, Stroke(RGBA(hex: 0x6B6B6B), width: 0.4))
                }
                drawMark(mark, on: canvas, at: rect.centre, radius: 4.2)
            }
        }
    }

    /// The sample of a border.
    func addBorder(
        _ borders: ZoneBorders, to legend: inout LegendBuilder
    ) throws(MapError) {
        guard let label = borders.legendLabel else { return }
        if legend.rows.last.map({ !$0.isHeading }) ?? false {
            try legend.add(LegendRow(height: 4) { (_, _) in })
        }
        try legend.add(label) { (canvas, rect) in
            let (left, right) = (
                Point(x: rect.x, y: rect.centre.y), Point(x: rect.maxX, y: rect.centre.y)
            )
            canvas.draw([[left, right]], Stroke(RGBA(hex: 0x3A3A3A), width: 0.9))
        }
    }

    /// The share of a class, to a tenth of a percent.
    func shareText(_ share: Double) -> String {
        share > 0 && share < 0.0005 ? "< 0.1 %" : formatted(share * 100, decimals: 1) + " %"
    }

    /// What says on the map's face that its data are made up, in the corner that hides least.
    func syntheticBadge(
        on frame: MapFrame, clearOf rings: [[Point]]
    ) throws(MapError) -> (rect: PageRect, draw: (Canvas) -> Void)? {
        guard sheet.isSynthetic else { return nil }
        let words =
            switch language {
            case .chinese: "合成数据"
            case .english: "SYNTHETIC DATA"
            case .both: "合成数据 SYNTHETIC"
            }
        let red = RGBA(hex: 0xB2182B)
        let text = try typesetter.set(words, TextStyle(size: 11, isBold: true, color: red))
        let (width, height) = (text.width + 14, text.height + 5)
        let corners = [frame.rect.y + 8, frame.rect.maxY - 8 - height].flatMap { y in
            [frame.rect.x + 8, frame.rect.maxX - 8 - width].map {
                PageRect(x: $0, y: y, width: width, height: height)
            }
        }
        let hidden = corners.map { $0.grown(by: 4).share(within: rings) }
        let least = hidden.min() ?? 0
        let rect = corners[hidden.firstIndex(of: least) ?? 0]
        return (
            rect,
            { canvas in
                canvas.fill(rect, RGBA(hex: 0xFFFFFF).opacity(0.92))
                canvas.draw(rect, Stroke(red, width: 1.2))
                canvas.draw(text, at: Point(x: rect.centre.x, y: rect.y + 2.5), anchor: .centre)
            }
        )
    }
}
