// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Accounts
internal import DataFiles

/// `[wetland]`.
struct WetlandSection: SurveySection {
    static let keys = ["wetland"]

    /// m² that a patch must have to count; 0 counts all.
    var minimumPatch = 80_000.0

    var parameters: [String: String] { ["wetland_minimum_patch_m2": "\(minimumPatch)"] }
}

extension WetlandSection {
    init?(_ file: DataNode, in context: SectionContext) throws {
        guard let table = file["wetland"] else { return }
        try table.allow(only: ["minimum_patch_ha"])
        guard let node = table["minimum_patch_ha"] else { return }
        let hectares = try node.number()
        guard hectares >= 0 else {
            throw node.error("'minimum_patch_ha' is \(hectares); it cannot be below 0")
        }
        minimumPatch = hectares * 10_000
    }
}

extension SurveyFile {
    /// m² that a patch of wetland must have to count; 0 counts all.
    public var minimumWetlandPatch: Double {
        get { (self[WetlandSection.self] ?? WetlandSection()).minimumPatch }
        set { self[WetlandSection.self] = WetlandSection(minimumPatch: newValue) }
    }
}
