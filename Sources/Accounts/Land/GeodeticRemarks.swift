// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Ecology
internal import GDAL
package import Words

extension GeodeticNotes {
    /// What was noted in the present run since the last call.
    package static func remarks() -> [LocalizedText] {
        (current?.take() ?? []).map { LocalizedText(zh: $0.chinese, en: $0.english) }
    }
}
