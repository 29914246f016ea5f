// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import DataFiles

/// Gathers what is wrong with a scheme file while its reading goes on.
struct SchemeFaults {
    private(set) var problems: [SchemeProblem] = []

    mutating func add(_ fault: DataFileError) {
        problems.append(SchemeProblem(severity: .error, fault: fault))
    }

    mutating func add(_ others: SchemeFaults) { problems += others.problems }

    mutating func fail(_ node: DataNode, _ message: String) { add(node.error(message)) }

    mutating func warn(_ node: DataNode, _ message: String) {
        problems.append(SchemeProblem(severity: .warning, fault: node.error(message)))
    }

    /// What `body` reads, or `nil` where it failed, which is kept.
    @discardableResult
    mutating func attempt<Value>(_ body: () throws(DataFileError) -> Value) -> Value? {
        do {
            return try body()
        } catch {
            add(error)
            return nil
        }
    }

    mutating func text(_ key: String, in node: DataNode) -> String? {
        attempt { () throws(DataFileError) in try node[key]?.string() } ?? nil
    }

    mutating func flag(_ key: String, in node: DataNode) -> Bool? {
        attempt { () throws(DataFileError) in try node[key]?.boolean() } ?? nil
    }

    mutating func strings(_ key: String, in node: DataNode) -> [String] {
        attempt { () throws(DataFileError) in try node[key]?.strings() ?? [] } ?? []
    }

    mutating func integers(_ key: String, in node: DataNode) -> [Int] {
        attempt { () throws(DataFileError) -> [Int] in
            var numbers: [Int] = []
            for element in try node[key]?.elements() ?? [] { numbers.append(try element.integer()) }
            return numbers
        } ?? []
    }
}
