// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// The form of a style's file.
public enum StyleKind: String, CaseIterable, Sendable {
    /// OGC SLD 1.0.
    case sld
    /// OGC SLD 1.1 with SE 1.1.
    case se
    /// QGIS's own.
    case qml

    /// The folder in `Styles` that holds it, and the ending of its files.
    package var folder: String { self == .sld ? "sld-1.0" : self == .se ? "se-1.1" : "qgis" }
    package var ending: String { self == .qml ? "qml" : "sld" }
}

extension StyleSheet {
    /// The style's file.
    public func text(as kind: StyleKind) -> String {
        switch kind {
        case .sld: sld(.sld10)
        case .se: sld(.se11)
        case .qml: qml()
        }
    }
}
