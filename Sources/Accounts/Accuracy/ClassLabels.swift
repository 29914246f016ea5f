// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Ecology
package import LandCover
package import Words

/// How classes are called in an assessment.
package struct ClassLabels {
    package let scheme: ClassScheme?
    package let byCategory: Bool

    package init(scheme: ClassScheme?, byCategory: Bool) {
        self.scheme = scheme
        self.byCategory = byCategory
    }

    /// The label of a code or a category as a file writes it.
    package func label(of text: String, in file: String) throws -> String {
        let word = text.filter { !$0.isWhitespace }
        if let change = Transition(word) {
            return try Transition(
                label(of: change.before, in: file), label(of: change.after, in: file)
            ).label
        }
        guard let scheme else { return word }
        if byCategory, LandCover.Category(rawValue: word) != nil { return word }
        do {
            let landClass = try scheme.landClass(forText: word)
            return byCategory ? landClass.category.key : landClass.code.description
        } catch {
            var fileError = error
            fileError.file = file
            throw fileError
        }
    }

    /// The name of a label for people.
    package func name(of label: String, in language: Language) -> String {
        if let change = Transition(label) {
            return "\(name(of: change.before, in: language)) → "
                + name(of: change.after, in: language)
        }
        if let category = LandCover.Category(rawValue: label) {
            return language == .zh ? category.nameZH : category.nameEN
        }
        guard let landClass = try? scheme?.landClass(forText: label) else { return "" }
        return language == .zh ? landClass.nameZH : landClass.nameEN
    }
}
