// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import DataFiles

/// A number for the city, or a table of numbers by zone; scaled into the stored unit.
package func byZone(_ node: DataNode?, times factor: Double) throws -> [String: Double] {
    guard let node else { return [:] }
    func positive(_ node: DataNode) throws -> Double {
        let number = try node.number()
        guard number >= 0 else {
            throw node.error("'\(node.name)' is \(number); it cannot be below 0")
        }
        return number * factor
    }
    guard case .table = node.value else { return ["all": try positive(node)] }
    var numbers: [String: Double] = [:]
    for zone in try node.keys() { numbers[zone] = try positive(node.required(zone)) }
    return numbers
}
