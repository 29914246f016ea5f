// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Files
package import GDAL

/// Rasters made small for the eye, kept beside the tallies: a run that measures nothing anew need not
/// decode anything anew for its maps either.
///
/// A key covers the raster's content and how it was made small. What is kept appears whole and is
/// checked when it is read; what is damaged is made anew.
package enum KeptPictures {
    /// To be raised whenever the same raster would give another picture.
    private static let maker = "steppe-picture 1"

    /// A picture: the one that was kept, or the one that `make` gives, which is kept then.
    ///
    /// - Parameters:
    ///   - raster: The raster that it is made of.
    ///   - rule: All that is done with it, in words.
    ///   - make: Makes it; `nil` where there is none to be made.
    /// - Returns: The picture, the same in either case.
    /// - Throws: What `make` throws, and `GDALError` where the raster cannot be opened.
    package static func picture(
        of raster: Raster, by rule: String, make: () throws -> [UInt8]?
    ) throws -> [UInt8]? {
        guard let store = TallyStore.current, let content = try RasterContent(of: raster) else {
            return try make()
        }
        let key = Fingerprint()
        key.add(maker)
        key.addLibraries()
        key.add(rule)
        key.add(content.assembly)
        for file in content.files { key.add(try store.digests.digest(of: file).sha256) }
        let file = "\(store.folder)/pictures/\(key.hex)"
        if !store.isFresh, let kept = kept(at: file) { return kept }
        guard let made = try make() else { return nil }
        // What was made while a file changed is no picture of the content in the key. A picture that
        // cannot be kept is made again next time, no worse.
        if content.files.allSatisfy(store.digests.isUnchanged) {
            try? WholeFile.keep(Array(sum(of: made[...]).utf8) + made, at: file)
        }
        return made
    }

    private static let sumLength = 64

    private static func sum(of bytes: ArraySlice<UInt8>) -> String {
        let sum = Fingerprint()
        bytes.withUnsafeBytes { sum.add($0) }
        return sum.hex
    }

    /// `nil` where there is none, or it is damaged.
    private static func kept(at file: String) -> [UInt8]? {
        guard let bytes = FileDigests.keptBytes(at: file), bytes.count > sumLength else {
            return nil
        }
        let picture = bytes.dropFirst(sumLength)
        guard Array(sum(of: picture).utf8) == Array(bytes.prefix(sumLength)) else { return nil }
        return Array(picture)
    }
}
