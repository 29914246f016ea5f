// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Accounts
internal import CarbonAccounts
internal import Cartography
public import DataFiles
internal import Indicators
public import Reporting

/// The families of indicators that a survey knows.
package enum FamilyCatalogue {
    /// In the order of their tables and notes. A new family is one more line here.
    package static let all: [any IndicatorFamily.Type] = [
        LandFamily.self,
        ChangeFamily.self,
        ForestFamily.self,
        GrasslandFamily.self,
        CoverFamily.self,
        WetlandFamily.self,
        CroplandFamily.self,
        VolumeFamily.self,
        DesertFamily.self,
        DegradationFamily.self,
        LedgerFamily.self,
        AccuracyFamily.self,
        CarbonFamily.self,
    ]

    /// What they read of a survey file.
    package static var sections: [any SurveySection.Type] { all.flatMap { $0.sections } }
}

extension SurveyFile {
    /// Reads a survey file; every complaint points at line and column.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - overrides: Values in the place of the file's own.
    /// - Throws: `DataFileError` at what is wrong, in the file or where an override was written.
    public init(readingFrom path: String, setting overrides: [DataOverride] = []) throws {
        try self.init(readDataFile(at: path).replacing(overrides), path: path)
        self.overrides = overrides.map(\.text)
    }

    init(_ file: DataNode, path: String) throws {
        try self.init(file, path: path, sections: FamilyCatalogue.sections)
    }
}

extension SurveyChart {
    /// A chart of a finished survey with everything else at its default.
    public init(_ subject: Subject, of folder: String) {
        self.init(subject, of: folder, families: FamilyCatalogue.all)
    }
}
