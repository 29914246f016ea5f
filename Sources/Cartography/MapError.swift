// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

public import Files

/// Why a map cannot be drawn.
public enum MapError: Failure, Hashable, CustomStringConvertible {
    /// No installed font family has this name.
    case missingFont(family: String)
    /// No installed font can draw some characters of a text.
    case missingGlyphs(text: String, characters: [String])
    /// The raster holds a code that the legend does not explain.
    case codeWithoutLegend(raster: String, code: Int)
    /// The layers cover no ground, so there is nothing to fit the page to.
    case nothingToShow(String)
    /// The ending of a path names no format that can be drawn.
    case unknownFormat(path: String)
    /// The numbers given for a scale of colours make no scale.
    case badBreaks(String)
    /// The sheet asks for something impossible, such as a page without width.
    case badSheet(String)
    /// Cairo could not draw.
    case drawing(String)

    /// Where, what is wrong, how to mend it; in the user's words.
    public var description: String {
        switch self {
        case .missingFont(let family):
            "no font family '\(family)' is installed; on Debian: apt install fonts-noto-cjk"
        case .missingGlyphs(let text, let characters):
            "no installed font can draw \(characters.joined(separator: ", ")) in '\(text)'; "
                + "install a font that has it, such as Debian's fonts-noto"
        case .codeWithoutLegend(let raster, let code):
            "\(raster): code \(code) is not in the legend; add it with a colour and a name"
        case .nothingToShow(let what): "nothing to show: \(what)"
        case .unknownFormat(let path): "'\(path)' must end in .png, .pdf or .svg"
        case .badBreaks(let why): "no colour scale can be made: \(why)"
        case .badSheet(let why): "the map sheet cannot be laid out: \(why)"
        case .drawing(let why): "cannot draw the map: \(why)"
        }
    }
}
