// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Ecology
import Testing

@Suite("Transitions")
struct TransitionTests {
    private func matrix() throws -> TransitionMatrix<Int> {
        try TransitionMatrix(
            labels: ["forest", "grass", "sand"], values: [[50, 3, 2], [8, 30, 1], [0, 4, 2]])
    }

    @Test("rows are before, columns after, and both close on the zone")
    func totals() throws {
        let matrix = try matrix()
        #expect(matrix.before == [55, 39, 6])
        #expect(matrix.after == [58, 37, 5])
        #expect(matrix.total == 100)
        #expect(matrix.persistence == 82)
        try matrix.requireClosed(on: 100)
        #expect(throws: EcologyError.self) { try matrix.requireClosed(on: 101) }
        #expect(matrix["grass", "forest"] == 8)
        #expect(matrix["grass", "water"] == 0)
    }

    @Test("gain less loss is net, and swap is twice the smaller")
    func accounts() throws {
        let forest = try #require(try matrix().accounts.first)
        #expect(forest.gain == 8)
        #expect(forest.loss == 5)
        #expect(forest.net == 3)
        #expect(forest.swap == 10)
        let nets = try matrix().accounts.map(\.net)
        #expect(nets.reduce(0, +) == 0)
    }

    @Test("integer matrices of tiles add in any order to the same bits")
    func adding() throws {
        var one = try matrix()
        var other = TransitionMatrix<Int>(labels: one.labels)
        other["sand", "grass"] = 7
        let before = other
        try other.add(one)
        try one.add(before)
        #expect(one == other)
        #expect(one["sand", "grass"] == 11)
        #expect(throws: EcologyError.self) { try one.add(TransitionMatrix(labels: ["x"])) }
    }

    @Test("a negative area, a ragged matrix or a class twice is refused")
    func refusals() {
        #expect(throws: EcologyError.self) {
            try TransitionMatrix(labels: ["a"], values: [[-1.0]])
        }
        #expect(throws: EcologyError.self) {
            try TransitionMatrix(labels: ["a", "b"], values: [[1.0, 2]])
        }
        #expect(throws: EcologyError.self) {
            try TransitionMatrix(labels: ["a", "a"], values: [[1.0, 2], [3, 4]])
        }
    }
}
