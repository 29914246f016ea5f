// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import DataFiles
public import Words

/// The seven classes of land cover that SDG 15.3.1 knows.
///
/// - Source: the legend of UNCCD and its colours, as in Trends.Earth (read in its source).
public enum DegradationCover: String, CaseIterable, Hashable, Sendable {
    case tree, grass, crop, wetland, artificial, other, water

    /// The class of a category of Steppe's; `nil` for nodata and for words that name no category.
    ///
    /// Shrub that no rule has judged counts as grass, as the ESA CCI nesting has shrub.
    ///
    /// - Parameters:
    ///   - category: A category's key, such as `special_shrub`.
    ///   - shrubIsGrass: Whether special shrub is grass too, as the ESA CCI nesting has it.
    public init?(category: String, shrubIsGrass: Bool = false) {
        switch category {
        case "special_shrub": self = shrubIsGrass ? .grass : .tree
        case "forest", "other_wood": self = .tree
        case "shrub", "other_shrub", "grassland": self = .grass
        case "cropland", "orchard": self = .crop
        case "wetland": self = .wetland
        case "built": self = .artificial
        case "sand_bare", "snow_ice", "other": self = .other
        case "water": self = .water
        default: return nil
        }
    }

    /// What people call it.
    public var name: LocalizedText {
        switch self {
        case .tree: LocalizedText(zh: "林木", en: "Tree-covered")
        case .grass: LocalizedText(zh: "草地", en: "Grassland")
        case .crop: LocalizedText(zh: "耕地", en: "Cropland")
        case .wetland: LocalizedText(zh: "湿地", en: "Wetland")
        case .artificial: LocalizedText(zh: "人工地表", en: "Artificial")
        case .other: LocalizedText(zh: "其他土地", en: "Other land")
        case .water: LocalizedText(zh: "水体", en: "Water body")
        }
    }

    /// Its published colour, 0xRRGGBB.
    public var color: UInt32 {
        switch self {
        case .tree: 0x787F1B
        case .grass: 0xFFAC42
        case .crop: 0xFFFB6E
        case .wetland: 0x00DB84
        case .artificial: 0xE60017
        case .other: 0xFFF3D7
        case .water: 0x0053C4
        }
    }
}

/// Which changes of land cover degrade land, and which improve it.
public struct DegradationMatrix: Hashable, Sendable {
    /// What the matrix is called.
    public let name: LocalizedText
    /// By ``DegradationCover/allCases``, the earlier class first.
    private var trends: [[LandTrend]]

    /// What a change from one class to another is.
    public subscript(before: DegradationCover, after: DegradationCover) -> LandTrend {
        get { trends[before.place][after.place] }
        set { trends[before.place][after.place] = newValue }
    }

    /// A matrix of seven rows of seven signs, `+`, `-` and `0`, with blanks between them.
    ///
    /// - Throws: ``EcologyError`` where it is anything else.
    public init(_ rows: [String], name: LocalizedText) throws(EcologyError) {
        let count = DegradationCover.allCases.count
        var trends: [[LandTrend]] = []
        for row in rows {
            let signs = row.split(separator: " ").compactMap { word -> LandTrend? in
                switch word {
                case "+": .improved
                case "-", "−": .degraded
                case "0": .stable
                default: nil
                }
            }
            guard signs.count == count, row.split(separator: " ").count == count else {
                throw .refused("the row '\(row)' is not \(count) signs, each +, - or 0")
            }
            trends.append(signs)
        }
        guard trends.count == count else {
            throw .refused("the matrix has \(trends.count) rows; it needs \(count)")
        }
        self.name = name
        self.trends = trends
    }

    /// Reads a matrix from a TOML file: `name_zh`, `name_en`, and a row of seven signs by class, such
    /// as `grass = "+ 0 + - - - 0"`, its columns tree, grass, crop, wetland, artificial, other, water.
    ///
    /// - Throws: `DataFileError` where a class is missing or a row is not seven signs.
    public init(readingFrom path: String) throws {
        let file = try readDataFile(at: path)
        let classes = DegradationCover.allCases.map(\.rawValue)
        try file.allow(only: ["name_zh", "name_en"] + classes)
        var rows: [String] = []
        for name in classes {
            let node = try file.required(name)
            do {
                rows.append(try node.string())
                _ = try Self(
                    [String](repeating: rows[rows.count - 1], count: classes.count),
                    name: LocalizedText(""))
            } catch let fault as EcologyError {
                throw node.error("\(fault)")
            }
        }
        try self.init(
            rows,
            name: LocalizedText(
                zh: try file["name_zh"]?.string() ?? path.fileName,
                en: try file["name_en"]?.string() ?? path.fileName))
    }

    /// The default matrix of UNCCD.
    ///
    /// - Source: Trends.Earth (read in its source).
    public static let unccd = DegradationMatrix(
        trends: [
            [0, -1, -1, -1, -1, -1, 0],
            [1, 0, 1, -1, -1, -1, 0],
            [1, -1, 0, -1, -1, -1, 0],
            [-1, -1, -1, 0, -1, -1, 0],
            [1, 1, 1, 1, 0, 1, 0],
            [1, 1, 1, 1, -1, 0, 0],
            [0, 0, 0, 0, 0, 0, 0],
        ], name: LocalizedText(zh: "UNCCD默认矩阵", en: "UNCCD's default matrix"))

    /// The same, but that grass made into cropland degrades land, and cropland made into grass
    /// improves it, as 退耕还草 means: a local matrix, and a judgement.
    public static let returningCropland: DegradationMatrix = {
        var matrix = DegradationMatrix(
            trends: unccd.trends,
            name: LocalizedText(zh: "退耕还草矩阵（本地）", en: "cropland returned to grass (local)"))
        matrix[.grass, .crop] = .degraded
        matrix[.crop, .grass] = .improved
        return matrix
    }()

    private init(trends: [[Int]], name: LocalizedText) {
        self.init(
            trends: trends.map { $0.map { $0 < 0 ? .degraded : $0 > 0 ? .improved : .stable } },
            name: name)
    }

    private init(trends: [[LandTrend]], name: LocalizedText) {
        self.trends = trends
        self.name = name
    }
}

extension DegradationCover {
    /// Its place in the matrix.
    fileprivate var place: Int {
        switch self {
        case .tree: 0
        case .grass: 1
        case .crop: 2
        case .wetland: 3
        case .artificial: 4
        case .other: 5
        case .water: 6
        }
    }
}
