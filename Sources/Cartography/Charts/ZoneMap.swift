// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import GDAL
package import MapStyles
package import PlaneGeometry
internal import Words

/// Zones as a small map shows them: projected, and with no more detail than can be seen.
///
/// Vertices are moved to a grid of half a point. Two zones that share a border move its vertices
/// alike, so that it stays shared.
package struct ZoneMap: Sendable {
    /// A zone on the map.
    package struct Shape: Sendable {
        package let zone: MapZone
        package let rings: [[Point]]
    }

    package let width: Double
    package let height: Double
    package let shapes: [Shape]

    /// Fits zones into a width; the height follows from their shape.
    ///
    /// - Throws: ``MapError/nothingToShow(_:)`` where no zone has a polygon.
    package init(_ borders: ZoneBorders, width: Double, maximumHeight: Double) throws {
        let subject = try Subject(
            of: MapSheet(title: LocalizedText(""), layers: [.zones(borders)]))
        let shape = subject.extent.height / max(subject.extent.width, 1e-9)
        let height = min((width * shape).rounded(.up), maximumHeight)
        let frame = try MapFrame(
            PageRect(x: 0, y: 0, width: width, height: height), around: subject.extent,
            in: subject.projection.crs, margin: 0.012)
        let transform = try CoordinateTransform(from: borders.crs, to: frame.crs)
        self.width = width
        self.height = height
        shapes = try borders.zones.map { zone in
            let rings =
                try frame.centralMeridian == nil
                ? zone.polygons.flatMap(\.rings).map { ring in
                    transform.transformed(ring).compactMap { $0.map(frame.page) }
                } : pageRings(of: zone.polygons, through: transform, on: frame)
            return Shape(zone: zone, rings: rings.compactMap(Self.seen))
        }
    }

    /// A ring on the grid, without points that repeat; `nil` where it is too small to see.
    static func seen(_ ring: [Point]) -> [Point]? {
        var kept: [Point] = []
        for point in ring {
            let snapped = Point(x: (point.x * 2).rounded() / 2, y: (point.y * 2).rounded() / 2)
            if kept.last != snapped { kept.append(snapped) }
        }
        if kept.count > 1, kept.first == kept.last { kept.removeLast() }
        return kept.count >= 3 ? kept : nil
    }

    /// Draws the zones, each with its fill, by zone id; what has none is grey.
    ///
    /// `titles` are what a reader sees on pointing at a zone, `labels` what is printed in it where
    /// there is room, and `marks` what was found of it.
    package func draw(
        with pen: inout ChartPen, fills: [String: RGBA], titles: [String: String],
        labels: [String: String], marks: [String: ZoneMark] = [:], textSize: Double = 9
    ) throws(MapError) {
        for (index, shape) in shapes.enumerated() where !shape.rings.isEmpty {
            pen.drawing.add(
                .area(shape.rings), fill: fills[shape.zone.id] ?? RGBA(hex: 0xEFEFEF),
                stroke: Stroke(RGBA(hex: 0x5A5A5A), width: 0.7), title: titles[shape.zone.id],
                key: "\(index)")
        }
        try write(labels, marks, with: &pen, fills: fills, textSize: textSize)
    }

    /// Prints a label in each zone, or beside it with a line, where there is room.
    package func write(
        _ labels: [String: String], _ marks: [String: ZoneMark] = [:], with pen: inout ChartPen,
        fills: [String: RGBA] = [:], textSize size: Double = 9
    ) throws(MapError) {
        var requests: [LabelRequest] = []
        for shape in shapes {
            guard let label = labels[shape.zone.id] else { continue }
            let width =
                try pen.width(of: label, size: size)
                + (marks[shape.zone.id] == nil ? 0 : size * 1.33)
            requests.append(
                LabelRequest(
                    id: shape.zone.id, rings: shape.rings,
                    variants: [(width: width, height: size * 1.2)]))
        }
        let frame = PageRect(x: 0, y: 0, width: width, height: height)
        for place in placeLabels(requests, in: frame).placed {
            guard let label = labels[place.id] else { continue }
            let fill = place.leaderEnd == nil ? fills[place.id] : nil
            if let end = place.leaderEnd {
                pen.drawing.line(
                    place.rect.nearest(to: end), end, Stroke(RGBA(hex: 0x4A4A4A), width: 0.6))
            }
            var x = place.rect.x
            if let mark = marks[place.id] {
                pen.mark(
                    mark, at: Point(x: x + size / 2, y: place.rect.centre.y), radius: size * 0.45,
                    title: label)
                x += size * 1.33
            }
            try pen.write(
                label, at: Point(x: x, y: place.rect.y), size: size,
                color: fill.map(ChartStyle.ink) ?? inkColor)
        }
    }
}

/// The colours of a small map's classes, and their limits.
package struct ZoneScale: Sendable {
    package let breaks: ClassBreaks
    package let colors: [RGBA]

    /// A scale for some values; `nil` without any.
    package init?(_ values: [Double], ramp: ColorRamp) {
        guard let breaks = try? ClassBreaks(of: values, by: .readable(count: 5)) else {
            return nil
        }
        self.breaks = breaks
        colors = ramp.colors(count: breaks.classCount)
    }

    /// The colour of a value.
    package func color(of value: Double) -> RGBA { colors[breaks.classIndex(of: value)] }

    /// A class as a legend writes it: `20–25`.
    package func label(_ index: Int) -> String {
        let digits = decimals(for: breaks.limits)
        return formatted(breaks.limits[index], decimals: digits) + "–"
            + formatted(breaks.limits[index + 1], decimals: digits)
    }
}
