// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import GDAL
internal import PlaneGeometry

/// Refuses the places of a file that cannot be of its CRS, and says whose they look like.
///
/// - Throws: ``SurveyError/unusable(file:why:)``, or `GDALError` where PROJ cannot use the CRS.
func refuseOffItsCRS(_ extent: Extent?, _ crs: CRS, file: String) throws {
    guard let extent, let fault = try CoordinateFit.fault(of: extent, in: crs) else { return }
    throw SurveyError.unusable(
        file: file, why: "\(fault)\(fault.code.map { "; if so, give \($0) as its CRS" } ?? "")")
}
