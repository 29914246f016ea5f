// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import GDAL
internal import MapStyles
internal import PlaneGeometry

extension SheetDrawing {
    /// Draws the inset into a rectangle of the page.
    func draw(_ inset: InsetMap, in rect: PageRect) throws {
        let rings = inset.zones.flatMap { $0.polygons.flatMap(\.rings) }
        guard let geographic = try geographicExtent(of: rings, in: inset.crs) else { return }
        let projection = try DisplayProjection(for: geographic)
        let transform = try CoordinateTransform(from: inset.crs, to: projection.crs)
        let shown = transform.transformed(Array(rings.joined())).compactMap { $0 }
        guard let extent = Extent(around: shown), extent.width > 0, extent.height > 0 else {
            return
        }
        let frame = try MapFrame(rect, around: extent, in: projection.crs)
        canvas.fill(rect, RGBA(hex: 0xFFFFFF))
        try canvas.clipped(to: rect) {
            for zone in inset.zones {
                let rings = try pageRings(of: zone.polygons, through: transform, on: frame)
                let isShown = inset.highlighted.contains(zone.id)
                canvas.fill(rings, RGBA(hex: isShown ? 0xB2182B : 0xE4E2DC))
                canvas.draw(rings, closed: true, Stroke(RGBA(hex: 0x8A877F), width: 0.4))
            }
        }
        canvas.draw(rect, Stroke(inkColor, width: 0.7))
    }

    /// How high an inset of so wide is, by the shape of its zones.
    func insetHeight(_ inset: InsetMap, width: Double) throws -> Double {
        let rings = inset.zones.flatMap { $0.polygons.flatMap(\.rings) }
        guard let extent = try geographicExtent(of: rings, in: inset.crs), extent.width > 0 else {
            return width * 0.7
        }
        let middle = (extent.minY + extent.maxY) / 2 * .pi / 180
        let shape = extent.height / (extent.width * max(0.1, cos(middle)))
        return width * min(max(shape * 1.05, 0.45), 0.85)
    }
}
