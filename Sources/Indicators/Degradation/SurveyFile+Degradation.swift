// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Accounts
package import DataFiles

package import DataFiles

extension SurveyFile {
    /// Land degradation by SDG 15.3.1, `[degradation]`: what is needed beside the years' land cover.
    public struct DegradationPlan: Sendable {
        /// Files, folders or patterns of mean NDVI, a raster for each year.
        public let ndvi: [[String]]
        /// A raster of soil organic carbon in the baseline year, t C/ha; empty where none is known.
        public let soilCarbon: [String]
        /// A raster of soil units; empty for one unit.
        public let units: [String]
        /// How many of the last years of NDVI the state compares with those before them.
        public let targetYears: Int

        package init(_ table: DataNode, folder: String) throws {
            try table.allow(only: ["ndvi", "soil_carbon", "soil_units", "target_years"])
            func paths(_ node: DataNode?) throws -> [String] {
                guard let node else { return [] }
                if case .string = node.value {
                    return [try node.string().resolved(against: folder)]
                }
                return try node.elements().map { try $0.string().resolved(against: folder) }
            }
            let node = try table.required("ndvi")
            ndvi = try paths(node).map { [$0] }
            guard ndvi.count >= 3 else {
                throw node.error(
                    "'ndvi' has \(ndvi.count) rasters; a trend needs one for each of several years")
            }
            soilCarbon = try paths(table["soil_carbon"])
            units = try paths(table["soil_units"])
            targetYears = try table["target_years"]?.integer() ?? 3
            if let node = table["target_years"], !(1..<ndvi.count).contains(targetYears) {
                throw node.error(
                    "'target_years' is \(targetYears); it lies between 1 and \(ndvi.count - 1), one "
                        + "less than the rasters of 'ndvi'")
            }
        }

        /// The files that are read for it.
        package var files: [String] { ndvi.flatMap(\.self) + soilCarbon + units }
    }
}

extension SurveyFile {
    /// What land degradation is judged by; `nil` for none.
    public var degradation: DegradationPlan? {
        get { self[DegradationPlan.self] }
        set { self[DegradationPlan.self] = newValue }
    }
}

extension SurveyFile.DegradationPlan: SurveySection {
    package static let keys = ["degradation"]

    package static let draft: [DraftLine] = [
        "",
        .init(
            "# [degradation]", zh: "土地退化（SDG 15.3.1），基准年至最新一年",
            en: "land degradation by SDG 15.3.1, from the baseline to the newest"),
        .init(
            "# ndvi = [\"ndvi_2015.tif\", \"ndvi_2016.tif\", \"ndvi_2017.tif\"]",
            zh: "年均NDVI，每年一幅", en: "mean NDVI, a raster a year"),
        .init("# soil_carbon = \"soc.tif\"", zh: "基准年，t C/ha", en: "t C/ha in the baseline year"),
        .init(
            "# soil_units = \"soil.tif\"", zh: "生产力在同一土壤单元内比较",
            en: "productivity is compared within a unit"),
        .init(
            "# target_years = 2", zh: "末尾几年的状态与此前各年比较",
            en: "of the last years, whose state is compared with those before"),
    ]

    package init?(_ file: DataNode, in context: SectionContext) throws {
        guard let table = file["degradation"] else { return nil }
        try self.init(table, folder: context.folder)
    }
}
