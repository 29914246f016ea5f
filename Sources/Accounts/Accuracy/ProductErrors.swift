// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Ecology
internal import LandCover
package import Words
internal import Zonal

/// The map error that a product's publisher states, as bounds of areas that no sample judges.
struct ProductErrors {
    private let lands: [Int: Product]
    /// Which figures were taken, and whose they are.
    let notes: [LocalizedText]

    /// A year's map, and how well its publisher says that it is made.
    private struct Product {
        let land: LandYear
        let accuracy: PublishedAccuracy
        /// m² by zone and class.
        let areas: [String: [String: Double]]

        /// m² of the classes that count as some categories in a zone, and of all that have a class.
        func mapped(
            _ categories: Set<String>, zone: String
        ) -> (counted: [String: Double], whole: Double) {
            var counted: [String: Double] = [:]
            var whole = 0.0
            for id in zone == "all" ? areas.keys.sorted() : [zone] {
                for (label, area) in (areas[id] ?? [:]).sorted(by: { $0.key < $1.key }) {
                    whole += area
                    if categories.contains(land.category(ofClass: label, zone: id)) {
                        counted[label, default: 0] += area
                    }
                }
            }
            return (counted, whole)
        }
    }

    /// - Parameters:
    ///   - survey: Says whether published figures are wanted.
    ///   - lands: The years; polygons that are declared official are a complete count.
    init(_ survey: SurveyFile, lands: [LandYear]) {
        var products: [Int: Product] = [:]
        var notes: [LocalizedText] = []
        for land in lands where survey.usesPublishedAccuracy {
            guard land.official == nil, let accuracy = land.product.accuracy else { continue }
            products[land.year] = Product(
                land: land, accuracy: accuracy, areas: land.classAreas)
            let stated = accuracy.statement
            notes.append(
                LocalizedText(
                    zh: "\(land.year)年：无样本评定的面积，按产品公布精度取上下限（\(land.product.name)，"
                        + "\(stated.zh)）；published_accuracy = false 可关闭",
                    en:
                        "\(land.year): areas that no sample judges have bounds by the accuracy that the "
                        + "map's publisher states (\(land.product.name), \(stated.en)); "
                        + "published_accuracy = false turns that off"))
        }
        self.lands = products
        self.notes = notes
    }

    /// The result with bounds by the published figures; what a sample judges as it is.
    func judged(_ result: IndicatorResult) -> IndicatorResult {
        guard let product = lands[result.year],
            let counted = CountedCategories(result),
            result.value != nil || result.bounds != nil,
            !result.uncertainty.included.contains(.mapSample)
        else { return result }
        func range(_ categories: Set<String>) -> (area: Double, range: ClosedRange<Double>)? {
            let mapped = product.mapped(categories, zone: result.zone)
            return product.accuracy.area(counting: mapped.counted, of: mapped.whole).map {
                (mapped.counted.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }, $0)
            }
        }
        guard let least = range(counted.sure), let most = range(counted.sure.union(counted.open))
        else { return result }
        let base = result.denominator?.value ?? 1
        guard base > 0 else { return result }
        var result = result
        result.widen(
            below: (least.area - least.range.lowerBound) / base,
            above: (most.range.upperBound - most.area) / base, as: .productAccuracy)
        if case .official = result.status, !product.accuracy.isVerified {
            result.status = .indicative(
                LocalizedText(
                    zh: "所依据的产品公布精度未核实",
                    en: "the published accuracy that it rests on is not verified"
                ))
        }
        return result
    }
}

extension PublishedAccuracy {
    /// The figures and whose they are, in words.
    package var statement: LocalizedText {
        let percent = overall.map { Quantity($0 * 100, .percent) }
        var zh = percent.map { ["总体精度\($0.text(in: .zh, digits: 2))"] } ?? []
        var en = percent.map { ["overall \($0.text(in: .en, digits: 2))"] } ?? []
        if !classes.isEmpty {
            zh.append("\(classes.count)类的用户、生产者精度")
            en.append("user's and producer's accuracy of \(classes.count) classes")
        }
        zh.append(source)
        en.append(source)
        if !isVerified {
            zh.append("未核实")
            en.append("not verified")
        }
        return LocalizedText(zh: zh.joined(separator: "，"), en: en.joined(separator: ", "))
    }
}
