// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import CGDAL
internal import PlaneGeometry
internal import Synchronization

/// How PROJ gets from the datum of one CRS to that of another.
struct DatumShift: Sendable {
    /// Worth a note: no shift between the two is known that holds all over the source's area.
    let note: GeodeticNote?
    /// Whether the shift is known, but to WGS 84 only: CGCS2000 and others agree with it within
    /// decimetres, which PROJ does not take for granted.
    let leadsThroughWGS84: Bool

    private static let known = Mutex<[[CRS]: DatumShift]>([:])

    /// Finds it; once for each pair in a process.
    static func between(_ source: CRS, _ target: CRS) -> DatumShift {
        if let shift = known.withLock({ $0[[source, target]] }) { return shift }
        let shift = DatumShift(from: source, to: target)
        known.withLock { $0[[source, target]] = shift }
        return shift
    }

    private init(from source: CRS, to target: CRS) {
        let operations = Operations(from: source, to: target)
        let isAgreed =
            source.isOnSphere || target.isOnSphere || source.isGeocentric && target.isGeocentric
        guard !isAgreed, operations.takesNoShift else {
            note = nil
            leadsThroughWGS84 = false
            return
        }
        if source.isBound || target.isBound {
            // A shift to WGS 84 is a shift to all that agree with it.
            leadsThroughWGS84 = [source, target].allSatisfy { $0.isBound || $0.isGeocentric }
            if leadsThroughWGS84 {
                note = nil
                return
            }
        } else {
            leadsThroughWGS84 = false
        }
        let unknown = source.isGeocentric ? target : source
        note = .unknownShift(
            from: source.datumName, to: target.datumName, operation: operations.names,
            definition: unknown.projString)
    }
}

/// The operations that PROJ offers between two CRS, the best first.
private struct Operations {
    /// Whether some place of the source gets no shift at all.
    private(set) var takesNoShift = false
    private(set) var names = ""

    init(from source: CRS, to target: CRS) {
        let context = proj_context_create()
        defer { proj_context_destroy(context) }
        proj_log_level(context, PJ_LOG_NONE)
        let from = proj_create(context, source.wkt)
        let to = proj_create(context, target.wkt)
        let factory = proj_create_operation_factory_context(context, nil)
        defer {
            proj_operation_factory_context_destroy(factory)
            proj_destroy(to)
            proj_destroy(from)
        }
        guard let from, let to, let factory else { return }
        proj_operation_factory_context_set_spatial_criterion(
            context, factory, PROJ_SPATIAL_CRITERION_PARTIAL_INTERSECTION)
        proj_operation_factory_context_set_grid_availability_use(
            context, factory, PROJ_GRID_AVAILABILITY_DISCARD_OPERATION_IF_MISSING_GRID)
        let list = proj_create_operations(context, from, to, factory)
        defer { proj_list_destroy(list) }
        var operationNames: [String] = []
        var coversSource = false
        for index in 0..<proj_list_get_count(list) {
            let operation = proj_list_get(context, list, index)
            defer { proj_destroy(operation) }
            if proj_coordoperation_has_ballpark_transformation(context, operation) != 0 {
                takesNoShift = takesNoShift || !coversSource
            } else if area(of: operation, context).contains(area(of: from, context)) {
                coversSource = true
            }
            proj_get_name(operation).map { operationNames.append(String(cString: $0)) }
        }
        names = operationNames.joined(separator: "; ")
    }

    /// Where an operation or a CRS may be used; the whole earth where that is not known.
    private func area(of object: OpaquePointer?, _ context: OpaquePointer?) -> Extent {
        var (west, south, east, north) = (0.0, 0.0, 0.0, 0.0)
        guard
            proj_get_area_of_use(context, object, &west, &south, &east, &north, nil) != 0,
            west >= -180
        else { return Extent(minX: -180, minY: -90, maxX: 180, maxY: 90) }
        return Extent(minX: west, minY: south, maxX: east < west ? east + 360 : east, maxY: north)
    }
}

extension CRS {
    /// Whether a shift to WGS 84 is part of its definition, as `+towgs84` makes it.
    var isBound: Bool { wkt.hasPrefix("BOUNDCRS") }

    /// Whether its datum is centred on the earth, as far as its ellipsoid tells: WGS 84, CGCS2000 and
    /// the other datums of satellites agree within a metre or so, the first two within decimetres.
    var isGeocentric: Bool {
        !isBound && abs(semiMajorAxis - 6_378_137) < 0.5 && abs(inverseFlattening - 298.2572) < 1e-3
    }

    /// This CRS without a shift to WGS 84 that is part of its definition.
    func unbound() throws(GDALError) -> CRS {
        guard isBound else { return self }
        let context = proj_context_create()
        defer { proj_context_destroy(context) }
        let bound = proj_create(context, wkt)
        let inner = proj_get_source_crs(context, bound)
        defer {
            proj_destroy(inner)
            proj_destroy(bound)
        }
        guard let text = proj_as_wkt(context, inner, PJ_WKT2_2019, nil) else { return self }
        return try CRS(String(cString: text))
    }

    /// The name of its longitude and latitude.
    fileprivate var datumName: String { (try? geographicBase().description) ?? description }

    /// Its definition as PROJ has it, for people to complete.
    var projString: String {
        withHandle { handle in
            var text: UnsafeMutablePointer<CChar>?
            defer { VSIFree(text) }
            guard OSRExportToProj4(handle, &text) == OGRERR_NONE, let text else { return "" }
            return String(cString: text).split(separator: " ").filter {
                !$0.hasPrefix("+towgs84") && $0 != "+no_defs" && $0 != "+type=crs"
            }.joined(separator: " ")
        }
    }
}
