// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// Plot cover as a line of remotely sensed cover: `cover_plot = α + β·FVC`.
public struct PlotCalibration: Hashable, Sendable {
    /// The line's value at no remotely sensed cover.
    public let alpha: Double
    /// The line's slope.
    public let beta: Double
    /// Σ squared residuals / (n − 2).
    public let residualVariance: Double
    /// Share of the plots' variance that the line explains.
    public let rSquared: Double
    /// Plots used.
    public let count: Int

    /// Fits the line by least squares.
    ///
    /// - Parameters:
    ///   - remote: Remotely sensed cover at each plot, 0…1.
    ///   - plots: Cover measured on the plot, 0…1.
    /// - Throws: ``EcologyError`` with fewer than three plots, or where all have one remote cover.
    public init(remote: [Double], plots: [Double]) throws(EcologyError) {
        guard remote.count == plots.count, remote.count >= 3 else {
            throw .refused(
                "\(remote.count) covers for \(plots.count) plots; a calibration needs at least "
                    + "three plots, each with a remotely sensed cover")
        }
        for value in remote { try fraction(value, "a remotely sensed cover") }
        for value in plots { try fraction(value, "a plot's cover") }
        guard let line = LeastSquares(x: remote, y: plots) else {
            throw .refused("all plots have the same remotely sensed cover: no line fits")
        }
        alpha = line.intercept
        beta = line.slope
        residualVariance = line.residualSquares / Double(remote.count - 2)
        rSquared = line.rSquared
        count = remote.count
    }

    /// The plot cover that a remotely sensed cover stands for, held within 0…1.
    public func plotCover(of remote: Double) -> Double {
        min(max(alpha + beta * remote, 0), 1)
    }

    /// The fitted line in words.
    public var formula: String {
        let error = decimal(residualVariance.squareRoot(), digits: 4)
        return "\(decimal(alpha, digits: 4)) + \(decimal(beta, digits: 4))·FVC, "
            + "R² \(decimal(rSquared, digits: 3)), s \(error)"
    }
}

/// A line through points by ordinary least squares.
struct LeastSquares {
    let intercept: Double
    let slope: Double
    let residualSquares: Double
    let rSquared: Double

    /// `nil` with fewer than two different x.
    init?(x: [Double], y: [Double]) {
        let count = Double(x.count)
        guard x.count > 1, x.count == y.count else { return nil }
        let meanX = x.reduce(0, +) / count
        let meanY = y.reduce(0, +) / count
        var xx = 0.0
        var xy = 0.0
        var yy = 0.0
        for (x, y) in zip(x, y) {
            xx += (x - meanX) * (x - meanX)
            xy += (x - meanX) * (y - meanY)
            yy += (y - meanY) * (y - meanY)
        }
        guard xx > 0 else { return nil }
        slope = xy / xx
        intercept = meanY - xy / xx * meanX
        residualSquares = max(0, yy - xy * xy / xx)
        rSquared = yy > 0 ? xy * xy / (xx * yy) : 1
    }
}
