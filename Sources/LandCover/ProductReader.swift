// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import DataFiles

/// Reads what a scheme file says of its product: accuracy, versions, and what cannot be compared.
struct ProductReader {
    private(set) var faults = SchemeFaults()
    /// The codes that the scheme's classes have.
    let codes: Set<String>

    init(codes: Set<String>) { self.codes = codes }

    // MARK: Accuracy

    /// The table `accuracy` of a scheme or a version: figures in percent, as they are published.
    mutating func accuracy(in node: DataNode) -> PublishedAccuracy? {
        guard let table = node["accuracy"] else { return nil }
        let known = faults.problems.count
        faults.attempt { () throws(DataFileError) in
            try table.allow(only: ["overall", "users", "producers", "source", "verified"])
        }
        let overall = table["overall"].flatMap { share($0) }
        let users = shares("users", in: table)
        let producers = shares("producers", in: table)
        let source = faults.text("source", in: table) ?? ""
        if source.isEmpty {
            faults.fail(table, "a published accuracy needs its 'source': who states it, and where")
        }
        if overall == nil && users.isEmpty && producers.isEmpty {
            faults.fail(table, "'accuracy' states nothing; give overall, users or producers, in %")
        }
        guard faults.problems.count == known else { return nil }
        var classes: [String: PublishedAccuracy.OfClass] = [:]
        for code in Set(users.keys).union(producers.keys) {
            classes[code] = PublishedAccuracy.OfClass(
                users: users[code], producers: producers[code])
        }
        return PublishedAccuracy(
            overall: overall, classes: classes, source: source,
            isVerified: faults.flag("verified", in: table) ?? true)
    }

    private mutating func shares(_ key: String, in table: DataNode) -> [String: Double] {
        guard let node = table[key] else { return [:] }
        let keys = faults.attempt { () throws(DataFileError) in try node.keys() } ?? []
        var shares: [String: Double] = [:]
        for code in keys {
            guard let figure = node[code] else { continue }
            if !codes.contains(code) { faults.fail(figure, "the scheme has no class \(code)") }
            shares[code] = share(figure)
        }
        return shares
    }

    /// A percentage as a share.
    private mutating func share(_ node: DataNode) -> Double? {
        faults.attempt { () throws(DataFileError) in
            let percent = try node.number()
            guard percent > 1, percent <= 100 else {
                throw node.error(
                    "'\(node.name)' is \(percent); an accuracy is given in percent, such as 74.4")
            }
            return percent / 100
        }
    }

    // MARK: Versions

    /// The tables `versions.ID` of a scheme.
    mutating func versions(in root: DataNode) -> [ProductVersion] {
        guard let table = root["versions"] else { return [] }
        let ids = faults.attempt { () throws(DataFileError) in try table.keys() } ?? []
        return ids.compactMap { id in
            guard let node = table[id] else { return nil }
            faults.attempt { () throws(DataFileError) in
                try node.allow(only: ["years", "names", "accuracy", "not_comparable_with"])
            }
            let names = faults.strings("names", in: node)
            for pattern in names where !RecognitionClues.isPattern(pattern) {
                faults.fail(node["names"] ?? node, "'\(pattern)' is not a regular expression")
            }
            return ProductVersion(
                id: id, years: faults.integers("years", in: node), accuracy: accuracy(in: node),
                names: names, incomparables: incomparables(in: node, versions: ids))
        }
    }

    /// The list `not_comparable_with` of a scheme or a version.
    ///
    /// - Parameters:
    ///   - node: The scheme or the version.
    ///   - versions: The scheme's versions by name.
    /// - Returns: The rules, without those that are at fault.
    mutating func incomparables(in node: DataNode, versions: [String]) -> [Incomparability] {
        guard let list = node["not_comparable_with"] else { return [] }
        let elements = faults.attempt { () throws(DataFileError) in try list.elements() } ?? []
        return elements.compactMap { element in
            faults.attempt { () throws(DataFileError) in
                try element.allow(only: ["version", "scheme", "zh", "en", "source"])
                let other: Incomparability.Other
                if let version = element["version"] {
                    let id = try version.string()
                    guard versions.contains(id) else {
                        throw version.error(
                            "there is no version '\(id)'; there are "
                                + versions.joined(separator: ", "))
                    }
                    other = .version(id)
                } else {
                    other = .scheme(try element.required("scheme").string())
                }
                return Incomparability(
                    zh: try element.required("zh").string(),
                    en: try element.required("en").string(),
                    source: try element.required("source").string(), other: other)
            }
        }
    }
}
