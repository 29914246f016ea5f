// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import MapStyles
internal import PlaneGeometry
public import Words

/// What became of what between two years: a flow diagram after Sankey.
///
/// Heights are amounts, so that both sides of the diagram are the whole.
public struct FlowChart: Hashable, Sendable {
    /// A state or a class, on either side.
    public typealias Node = CompositionChart.Part

    /// From the top down.
    public var nodes: [Node]
    /// Row by row: how much of a node on the left became each node on the right.
    public var amounts: [[Double]]
    /// What heads the left side, such as the earlier year.
    public var before: LocalizedText
    /// What heads the right side.
    public var after: LocalizedText
    /// The unit of the amounts.
    public var unit: LocalizedText
    /// Decimals of the printed amounts.
    public var decimals: Int

    /// A diagram of a square table of amounts, none below 0.
    ///
    /// Without `decimals`, as many as keep three digits of the whole.
    ///
    /// - Precondition: The table has a row and a column for each node.
    public init(
        nodes: [Node], amounts: [[Double]], before: LocalizedText, after: LocalizedText,
        unit: LocalizedText, decimals: Int? = nil
    ) {
        precondition(
            amounts.count == nodes.count && amounts.allSatisfy { $0.count == nodes.count },
            "the table of flows is not square")
        self.nodes = nodes
        self.amounts = amounts
        self.before = before
        self.after = after
        self.unit = unit
        let total = amounts.joined().reduce(0, +)
        self.decimals = decimals ?? (total >= 100 ? 0 : total >= 10 ? 1 : 2)
    }

    /// Draws it, in the whole of a rectangle.
    package func draw(with pen: inout ChartPen, in rect: PageRect) throws(MapError) {
        let left = amounts.map { $0.reduce(0, +) }
        let right = nodes.indices.map { column in amounts.reduce(0) { $0 + $1[column] } }
        let total = left.reduce(0, +)
        guard total > 0 else { return }
        let room = min(try labelWidth(pen, left + right), rect.width * 0.36)
        let plot = PageRect(
            x: rect.x + room, y: rect.y + 20, width: rect.width - 2 * room,
            height: rect.height - 26)
        let gap = 7.0
        let most = max(left.count { $0 > 0 }, right.count { $0 > 0 })
        let scale = (plot.height - gap * Double(max(most - 1, 0))) / total
        let starts = tops(of: left, from: plot.y, gap: gap, scale: scale)
        let ends = tops(of: right, from: plot.y, gap: gap, scale: scale)
        drawFlows(&pen, plot, starts, ends, scale: scale)
        let width = 11.0
        for (isLeft, sums, places) in [(true, left, starts), (false, right, ends)] {
            let x = isLeft ? plot.x : plot.maxX - width
            for index in nodes.indices where sums[index] > 0 {
                pen.drawing.add(
                    PageRect(x: x, y: places[index], width: width, height: sums[index] * scale),
                    fill: nodes[index].color,
                    title: "\(pen.line(isLeft ? before : after)) \(pen.line(nodes[index].name)) "
                        + amountText(sums[index], pen), key: nodes[index].key)
            }
            let edge = isLeft ? plot.x - 6 : plot.maxX + 6
            try pen.write(
                pen.line(isLeft ? before : after), at: Point(x: edge, y: rect.y),
                anchor: isLeft ? .right : .left, size: 9, isBold: true)
            try writeLabels(
                &pen, sums, places, scale: scale, plot: plot, isLeft: isLeft, room: room - 8)
        }
        try pen.write(
            pen.line(unit), at: Point(x: plot.centre.x, y: rect.y), anchor: .centre, size: 8,
            color: greyColor)
    }

    private func amountText(_ value: Double, _ pen: ChartPen) -> String {
        formatted(value, decimals: decimals) + " " + pen.line(unit)
    }

    private func tops(
        of sums: [Double], from top: Double, gap: Double, scale: Double
    ) -> [Double] {
        var y = top
        return sums.map { sum in
            defer { if sum > 0 { y += sum * scale + gap } }
            return y
        }
    }

    private func drawFlows(
        _ pen: inout ChartPen, _ plot: PageRect, _ starts: [Double], _ ends: [Double],
        scale: Double
    ) {
        let width = 11.0
        var from = starts
        var to = ends
        for row in nodes.indices {
            for column in nodes.indices where amounts[row][column] > 0 {
                let height = amounts[row][column] * scale
                let ring = Self.band(
                    from: Point(x: plot.x + width, y: from[row]),
                    to: Point(x: plot.maxX - width, y: to[column]), height: height)
                // What stayed is the ground; what changed is the figure.
                let share = row == column ? 0.28 : 0.62
                pen.drawing.add(
                    .area([ring]), fill: nodes[row].color.opacity(share),
                    title: "\(pen.line(nodes[row].name)) → \(pen.line(nodes[column].name)): "
                        + amountText(amounts[row][column], pen),
                    key: "\(nodes[row].key)-\(nodes[column].key)")
                from[row] += height
                to[column] += height
            }
        }
    }

    /// A band of even height that leaves and arrives level.
    static func band(from start: Point, to end: Point, height: Double) -> [Point] {
        let steps = 28
        let upper = (0...steps).map { step in
            let t = Double(step) / Double(steps)
            let ease = t * t * (3 - 2 * t)
            return Point(
                x: start.x + (end.x - start.x) * t, y: start.y + (end.y - start.y) * ease)
        }
        return upper + upper.reversed().map { Point(x: $0.x, y: $0.y + height) }
    }

    private func labelWidth(_ pen: ChartPen, _ sums: [Double]) throws(MapError) -> Double {
        var widest = 60.0
        for (index, sum) in sums.enumerated() where sum > 0 {
            let name = pen.line(nodes[index % nodes.count].name)
            let text = "\(name) \(formatted(sum, decimals: decimals))"
            widest = max(widest, try pen.width(of: text, size: 8.5) + 14)
        }
        return min(widest, 170)
    }

    /// Names and amounts on a line each, moved apart where nodes are thinner than a line is high.
    private func writeLabels(
        _ pen: inout ChartPen, _ sums: [Double], _ tops: [Double], scale: Double,
        plot: PageRect, isLeft: Bool, room: Double
    ) throws(MapError) {
        let shown = nodes.indices.filter { sums[$0] > 0 }
        let height = min(11, (plot.height + 2) / Double(max(shown.count, 1)))
        let size = min(8.5, height * 0.8)
        let places = spread(
            shown.map { tops[$0] + sums[$0] * scale / 2 - height / 2 }, height: height,
            within: plot.grown(by: height / 2 - 1))
        let x = isLeft ? plot.x - 6 : plot.maxX + 6
        let anchor = isLeft ? TextAnchor.right : .left
        for (index, y) in zip(shown, places) {
            let amount = formatted(sums[index], decimals: decimals)
            // A long name gives way, never the amount.
            let taken = try pen.width(of: amount, size: size) + 5
            let used = try pen.write(
                pen.line(nodes[index].name), at: Point(x: isLeft ? x - taken : x, y: y),
                anchor: anchor, size: size, maximumWidth: room - taken)
            try pen.write(
                amount, at: Point(x: isLeft ? x : x + used + 5, y: y), anchor: anchor, size: size,
                color: greyColor)
        }
    }
}

/// Places for boxes of one height, in order, as near as can be to where they want to be.
func spread(_ wanted: [Double], height: Double, within rect: PageRect) -> [Double] {
    var places = wanted
    for index in places.indices {
        let above = index == 0 ? rect.y - height : places[index - 1]
        places[index] = max(places[index], above + height)
    }
    for index in places.indices.reversed() {
        let below = index == places.count - 1 ? rect.maxY + 2 : places[index + 1]
        places[index] = min(places[index], below - height)
    }
    return places
}
