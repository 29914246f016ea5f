// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Cartography
public import Files

/// About what a run takes of the machine, in bytes; measured on surveys of 18 to 1,600 million pixels.
struct SurveyCost {
    /// Memory whatever the threads: libraries, the cache of blocks, zones, and for maps fonts and pictures.
    let baseMemory: Int
    /// Memory for each thread: tiles that are measured, or a map that is drawn, whichever is more.
    let memoryPerJob: Int
    /// Disk for the folder and the kept tallies, without rasters.
    let disk: Int

    init(of run: SurveyRun, zones: Int) {
        let maps = run.drawsMaps ? run.survey.mapCount : 0
        let page = PageSize.a4Landscape
        let dots = run.dpi / 72 * run.dpi / 72 * page.width * page.height
        let isPNG = run.mapFormats.contains(.png)
        baseMemory = (maps > 0 ? 175 : 120) << 20 + 30_000 * zones
        // The page in four bytes a dot, and three copies of it on its way into the file.
        memoryPerJob = max(20 << 20, maps > 0 ? (isPNG ? Int(16 * dots) : 35 << 20) : 0)
        disk = 2_000_000 + 300_000 * maps + 20_000 * zones
    }

    func memory(jobs: Int) -> Int { baseMemory + memoryPerJob * jobs }

    /// The most threads, of so many, that a budget of bytes does for.
    ///
    /// - Throws: ``SurveyLimitError`` with the sum where it does not do for one.
    func jobs(of wanted: Int, within budget: Int) throws(SurveyLimitError) -> Int {
        guard memory(jobs: 1) <= budget else {
            throw SurveyLimitError(
                message:
                    "--memory \(budget >> 20)M: the survey needs about \(megabytes(memory(jobs: 1))) MB: "
                    + "\(megabytes(baseMemory)) for libraries, blocks and zones, and "
                    + "\(megabytes(memoryPerJob)) for a thread. Give it as much, or draw less: --no-maps, "
                    + "or fewer --dpi")
        }
        return max(1, min(wanted, (budget - baseMemory) / memoryPerJob))
    }

    private func megabytes(_ bytes: Int) -> Int { (bytes + 1 << 20 - 1) >> 20 }
}

/// A limit that was set for a run, and that it cannot keep to.
public struct SurveyLimitError: Failure, CustomStringConvertible {
    let message: String

    /// What is needed, of what, and how to need less.
    public var description: String { message }
    /// Another try, with more, may succeed.
    public var failureKind: FailureKind { .tryAgain }
}
