// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Accounts
internal import Carbon
internal import Cartography
internal import Ecology
internal import Tables
internal import Words

/// The carbon account as the report, its charts and the workbook show it, made of the tables alone.
struct CarbonSection {
    let carbon: CarbonFigures
    /// `carbon_literature`, where there is something to compare with.
    let literature: Table?
    /// What is said of emissions; `nil` where the survey names none.
    let plan: SurveyFile.CarbonPlan?

    /// The chapter; `nil` without a figure.
    var section: ReportSection? {
        get throws {
            guard !carbon.rows.isEmpty else { return nil }
            return ReportSection(
                anchor: "carbon", title: LocalizedText(zh: "碳", en: "Carbon"),
                blocks: [.charts(charts), .table(totals)] + Self.hints + offsets
                    + (try comparison))
        }
    }

    private var charts: [(caption: LocalizedText, chart: Chart)] {
        var charts: [(caption: LocalizedText, chart: Chart)] = []
        if let (year, chart) = carbon.pools() {
            let caption = LocalizedText(
                zh: "\(year)年各碳库储量，全市", en: "Stock by pool, all zones, \(year)")
            charts.append((caption, .bars(chart)))
        }
        if let chart = carbon.sinks() {
            let caption = LocalizedText(zh: "年碳汇，按方法，全市", en: "Sink by method, all zones")
            charts.append((caption, .bars(chart)))
        }
        return charts
    }

    private static let hints: [ReportSection.Block] = [
        .hint(
            LocalizedText(
                zh: "方法一：IPCC误差传播；方法二：蒙特卡洛模拟。",
                en: "Approach 1: IPCC error propagation. Approach 2: Monte Carlo simulation.")),
        .hint(
            LocalizedText(
                zh: "储量按碳库、分区的全部数值见 carbon.csv；系数的来源与依据见 provenance.json 与“运行中的提示”。",
                en:
                    "Every pool of every zone stands in carbon.csv; for the coefficients' sources and "
                    + "evidence see provenance.json and what was noticed on the way.")),
    ]

    private static let approaches = [
        LocalizedText(zh: "95%区间，方法一", en: "95 %, approach 1"),
        LocalizedText(zh: "95%区间，方法二", en: "95 %, approach 2"),
    ]

    /// Stocks and sinks of every year; the newest ones on paper.
    private var totals: ReportTable {
        let newest = Set(carbon.newest.map(\.place))
        return ReportTable(
            zoneShare: 0.13,
            columns: [
                .init(LocalizedText(zh: "方法", en: "Method"), share: 0.1),
                .init(LocalizedText(zh: "量", en: "Quantity"), share: 0.13),
                .init(LocalizedText(zh: "年份", en: "Year"), share: 0.09),
                .init(LocalizedText(zh: "数值", en: "Value"), isNumeric: true, share: 0.1),
                .init(Self.approaches[0], isNumeric: true, share: 0.16),
                .init(Self.approaches[1], isNumeric: true, share: 0.16),
                .init(LocalizedText(zh: "单位", en: "Unit"), share: 0.07),
                .init(LocalizedText(zh: "为汇的概率", en: "P(sink)"), isNumeric: true),
                .init(
                    LocalizedText(zh: "土层深度（厘米）", en: "Soil depth, cm"), isNumeric: true,
                    share: 0.06),
                .init(LocalizedText(zh: "系数集", en: "Coefficients")),
            ],
            rows: carbon.totals.map { row in
                let chance = row.probabilityOfSink.map { decimal($0 * 100, digits: 1) + "%" }
                return ReportTable.Row(
                    zone: row.zone,
                    [
                        .init(CarbonFigures.methodName(row.method)),
                        .init(CarbonFigures.quantityName(row.quantity)), .init(row.year),
                        .init(row.valueText, sort: row.value ?? row.upper ?? 0),
                        .init(row.propagatedText),
                        .init(
                            row.simulatedText, note: row.remark.en.isEmpty ? nil : row.remark),
                        .init(row.unitText), .init(chance ?? ""), .init(row.depth), .init(row.set),
                    ], isOnPaper: newest.contains(row.place))
            })
    }

    /// What share of emissions the sink offsets, by method.
    private var offsets: [ReportSection.Block] {
        guard let plan, !carbon.offsets.isEmpty else { return [] }
        let emissions = decimal(plan.emissionsTonnesCO2 ?? 0, digits: 0, grouped: true)
        return [
            .heading(LocalizedText(zh: "碳汇抵消的排放", en: "Emissions that the sink offsets")),
            .paragraph(
                LocalizedText(
                    zh: "排放 \(emissions) t CO₂/年（\(plan.emissionsScope.zh)）；碳汇×44/12÷排放，碳源计为0。",
                    en:
                        "Emissions \(emissions) t CO₂/yr (\(plan.emissionsScope.en)); sink × 44/12 over "
                        + "emissions, 0 for a source.")),
            .table(
                ReportTable(
                    zoneShare: nil,
                    columns: [
                        .init(LocalizedText(zh: "方法", en: "Method"), share: 0.2),
                        .init(LocalizedText(zh: "年份", en: "Year"), share: 0.2),
                        .init(
                            LocalizedText(zh: "抵消比例", en: "Share offset"), isNumeric: true,
                            share: 0.14),
                        .init(Self.approaches[0], isNumeric: true, share: 0.23),
                        .init(Self.approaches[1], isNumeric: true, share: 0.23),
                    ],
                    rows: carbon.offsets.map { row in
                        ReportTable.Row([
                            .init(CarbonFigures.methodName(row.method)), .init(row.year),
                            .init(row.percent), .init(row.propagatedText),
                            .init(row.simulatedText),
                        ])
                    })),
        ]
    }

    /// The newest figures beside what papers measured.
    private var comparison: [ReportSection.Block] {
        get throws {
            guard let literature, !literature.rows.isEmpty else { return [] }
            let rows = literature.rows.map(CarbonComparison.init)
            let papers = try CarbonLiterature.bundled().measured.map { paper in
                let note = paper.note.map { LocalizedText(zh: "; \($0.zh)", en: "; \($0.en)") }
                return (
                    subject: paper.place, source: paper.source,
                    remark: LocalizedText(
                        zh: paper.mark.zh + (note?.zh ?? ""), en: paper.mark.en + (note?.en ?? ""))
                )
            }
            return [
                .folded(LocalizedText(zh: "与文献对照", en: "Beside the literature")),
                .paragraph(
                    LocalizedText(
                        zh: "文献范围＝各类土地面积×已发表实测范围；只对照有实测的类别。各法口径不同，差异及原因列于表中。",
                        en:
                            "Literature: areas of each kind of land times the published ranges, for kinds "
                            + "that were measured. Methods count different things; why they differ "
                            + "stands in the table.")),
                .table(Self.table(of: rows)), .sources(papers), .unfolded,
            ]
        }
    }

    private static func table(of rows: [CarbonComparison]) -> ReportTable {
        ReportTable(
            zoneShare: 0.1,
            columns: [
                .init(LocalizedText(zh: "量", en: "Quantity"), share: 0.1),
                .init(LocalizedText(zh: "方法", en: "Method"), share: 0.08),
                .init(LocalizedText(zh: "年份", en: "Year"), share: 0.06),
                .init(LocalizedText(zh: "数值", en: "Value"), isNumeric: true, share: 0.08),
                .init(approaches[0], isNumeric: true, share: 0.13),
                .init(approaches[1], isNumeric: true, share: 0.13),
                .init(
                    LocalizedText(zh: "文献范围", en: "Literature"), isNumeric: true, share: 0.12),
                .init(LocalizedText(zh: "单位", en: "Unit")),
                .init(LocalizedText(zh: "土层深度（厘米）", en: "Soil depth, cm"), isNumeric: true),
                .init(LocalizedText(zh: "结论", en: "Finding"), share: 0.08),
                .init(LocalizedText(zh: "原因", en: "Why"), share: 0.12),
            ],
            rows: rows.map { row in
                ReportTable.Row(
                    zone: row.zone,
                    [
                        .init(row.quantity), .init(row.method), .init(row.year), .init(row.value),
                        .init(row.propagated), .init(row.simulated), .init(row.literature),
                        .init(row.unit), .init(row.depth), .init(row.finding), .init(row.why),
                    ])
            })
    }

    // MARK: Charts and the workbook

    /// Stock by pool and sink by method of any zone.
    static func charts(of carbon: CarbonFigures) -> [FamilyChart] {
        let year = carbon.pools()?.year ?? ""
        return [
            FamilyChart(
                "carbon",
                caption: LocalizedText(
                    zh: "\(year)年各碳库储量", en: "Carbon stock by pool, \(year)")
            ) { zone in carbon.pools(of: zone).map { .bars($0.chart) } },
            FamilyChart(
                "sink", caption: LocalizedText(zh: "年碳汇，按方法", en: "Carbon sink by method")
            ) { zone in carbon.sinks(of: zone).map { .bars($0) } },
        ]
    }

    /// The newest stock of every zone by pool; `nil` where nothing tells pools apart.
    var sheet: ContributedSheet? {
        let zones = carbon.zones.filter { $0 != "all" }
        let pools = carbon.newestPools(of: zones.first ?? "all")
        guard !zones.isEmpty, let year = pools.first?.year else { return nil }
        return ContributedSheet(
            name: LocalizedText(zh: "碳库", en: "Carbon by pool"),
            heads: [LocalizedText(zh: "旗区", en: "Zone")]
                + pools.map { pool in
                    let name = CarbonFigures.poolName(pool.pool)
                    return LocalizedText(zh: "\(name.zh) (t C)", en: "\(name.en) (t C)")
                },
            rows: zones.map { zone in
                (carbon.name(of: zone), carbon.newestPools(of: zone).map(\.value))
            },
            colors: pools.map { CarbonFigures.color(of: $0.pool) },
            chartTitle: LocalizedText(
                zh: "\(year)年各碳库储量（吨碳）", en: "Carbon stock by pool, \(year), t C"))
    }
}

extension CarbonFigures.Row {
    /// What tells a total from the others.
    fileprivate var place: [String] { [zone, method, quantity, year] }
}
