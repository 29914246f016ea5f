// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// The lower triangular root of a covariance that may be singular: areas that close on their zone
/// have a covariance without full rank.
///
/// - Throws: ``CarbonError`` where the matrix is not square and symmetric, or has a negative
///   eigenvalue.
func choleskyRoot(of matrix: [[Double]], named name: String) throws(CarbonError) -> [[Double]] {
    let size = matrix.count
    let largest = matrix.indices.reduce(0.0) {
        max($0, matrix[$1].count == size ? matrix[$1][$1] : 0)
    }
    for i in 0..<size {
        guard matrix[i].count == size else {
            throw .badCovariance(name: name, reason: "is not square")
        }
        for j in 0..<i where (matrix[i][j] - matrix[j][i]).magnitude > 1e-9 * largest {
            throw .badCovariance(name: name, reason: "is not symmetric")
        }
    }
    var root = [[Double]](repeating: [Double](repeating: 0, count: size), count: size)
    for j in 0..<size {
        var pivot = matrix[j][j]
        for k in 0..<j { pivot -= root[j][k] * root[j][k] }
        guard pivot > -1e-9 * largest else {
            throw .badCovariance(name: name, reason: "has a negative variance")
        }
        let diagonal = pivot > 1e-12 * largest ? pivot.squareRoot() : 0
        root[j][j] = diagonal
        for i in (j + 1)..<max(size, j + 1) {
            var sum = matrix[i][j]
            for k in 0..<j { sum -= root[i][k] * root[j][k] }
            if diagonal > 0 {
                root[i][j] = sum / diagonal
            } else if sum.magnitude > 1e-6 * largest {
                throw .badCovariance(name: name, reason: "has a negative variance")
            }
        }
    }
    return root
}
