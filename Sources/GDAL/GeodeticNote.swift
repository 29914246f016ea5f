// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Synchronization

/// Something about the earth's figure or about datums that a reader of figures should know.
public enum GeodeticNote: Hashable, Sendable {
    /// A CRS on a sphere, and what areas in it are measured on.
    case sphere(crs: String, rule: AreaRule)
    /// No shift between two datums is known, and none was applied.
    ///
    /// - from: The datum's longitude and latitude.
    /// - to: That of the other.
    /// - operation: PROJ's name of what it does instead.
    /// - definition: The first CRS as a PROJ string, to be completed.
    case unknownShift(from: String, to: String, operation: String, definition: String)

    /// The note in English.
    public var english: String {
        switch self {
        case .sphere(let crs, .ellipsoid):
            "\(crs) is on a sphere: its latitudes are taken for geodetic ones, and areas are those of the "
                + "ground on WGS 84's ellipsoid (--area datum gives the sphere's)"
        case .sphere(let crs, .datum):
            "\(crs) is on a sphere: areas are those of the sphere, not of the ground "
                + "(--area ellipsoid gives those)"
        case .unknownShift(let from, let to, let operation, let definition):
            "warning: PROJ knows no shift from \(from) to \(to) that holds everywhere (it takes: "
                + "\(operation)). Places may lie tens of metres off, up to some hundred. If you know the "
                + "seven parameters to WGS 84 or CGCS2000, give them as that data's CRS (--zones-crs, "
                + "--raster-crs): '\(definition) +towgs84=DX,DY,DZ,RX,RY,RZ,PPM', in metres, "
                + "arc-seconds and millionths; --zones-crs also takes a PROJ pipeline to longitude and "
                + "latitude"
        }
    }

    /// The note in Chinese.
    public var chinese: String {
        switch self {
        case .sphere(let crs, .ellipsoid):
            "\(crs) 基于球体：其纬度按大地纬度处理，面积为 WGS 84 椭球面上的地面面积"
                + "（--area datum 给出球面面积）"
        case .sphere(let crs, .datum):
            "\(crs) 基于球体：面积为球面面积，不是地面面积（--area ellipsoid 给出地面面积）"
        case .unknownShift(let from, let to, let operation, let definition):
            "警告：PROJ 没有处处适用的从 \(from) 到 \(to) 的基准转换（所用：\(operation)），"
                + "位置可能偏差数十米至一百余米。如已知到 WGS 84 或 CGCS2000 的七参数，请写入该数据的坐标系"
                + "（--zones-crs、--raster-crs）：'\(definition) +towgs84=DX,DY,DZ,RX,RY,RZ,PPM'"
                + "（米、角秒、百万分之一）；--zones-crs 也可给出转到经纬度的 PROJ pipeline"
        }
    }

    /// What tells notes apart: one about each datum is enough.
    fileprivate var subject: String {
        switch self {
        case .sphere(let crs, let rule): "\(crs) \(rule)"
        case .unknownShift(let from, let to, _, _): [from, to].sorted().joined(separator: "\n")
        }
    }
}

/// Gathers the geodetic notes of a run: bound to ``current``, it hears of every CRS and every
/// transformation that the run uses.
public final class GeodeticNotes: Sendable {
    /// Who gathers notes at present; `nil` drops them.
    @TaskLocal public static var current: GeodeticNotes?

    private struct State {
        var known: Set<String> = []
        var notes: [GeodeticNote] = []
    }
    private let state = Mutex(State())

    /// Nothing noted yet.
    public init() {}

    /// The notes since the last call, in the order of their words.
    public func take() -> [GeodeticNote] {
        state.withLock { state in
            defer { state.notes = [] }
            return state.notes.sorted { $0.english < $1.english }
        }
    }

    func add(_ note: GeodeticNote) {
        state.withLock { state in
            if state.known.insert(note.subject).inserted { state.notes.append(note) }
        }
    }
}
