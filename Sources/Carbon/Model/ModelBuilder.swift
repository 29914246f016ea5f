// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// Puts a model together: variables once each, entries, and the numbers that they add up to.
struct ModelBuilder {
    private(set) var model = CarbonModel()
    private var known: [String: Int] = [:]
    private var zoneOrder: [String] = []
    private var mentioned: Set<String> = []
    /// Where a coefficient is correlated with others, by its name.
    private var correlated: [String: (group: Int, member: Int)] = [:]

    /// What the model of all zones has before these zones, where they are some of them.
    private let frame: AccountFrame?

    typealias Factor = CarbonModel.Factor

    /// A product of powers of variables, times a weight, as it is given.
    struct Term: Sendable {
        var weight: Double
        var factors: [Factor]

        init(_ weight: Double, _ factors: [Factor]) {
            self.weight = weight
            self.factors = factors
        }
    }

    /// An empty model.
    ///
    /// - Parameters:
    ///   - set: Whose correlations its coefficients have.
    ///   - frame: What the model of all zones has before these zones, where they are some of them.
    init(with set: CoefficientSet, in frame: AccountFrame? = nil) {
        self.frame = frame
        model.correlations = set.correlations
        for (group, coefficients) in set.correlations.enumerated() {
            for (member, coefficient) in coefficients.members.enumerated() {
                correlated[coefficient.id] = (group, member)
            }
        }
        for coefficient in frame?.known ?? [] { _ = variable(coefficient) }
    }

    /// The variable of a coefficient: the same one wherever it is used.
    mutating func variable(_ coefficient: Coefficient) -> Int {
        if let place = correlated[coefficient.id] {
            return add(
                coefficient.id, nil, .correlated(group: place.group, member: place.member),
                coefficient.value, .coefficient(coefficient), model.correlations[place.group].name)
        }
        return variable(
            coefficient.id, zone: nil, coefficient.distribution,
            origin: .coefficient(coefficient), group: coefficient.id)
    }

    /// A variable of its own, found again by name and zone.
    mutating func variable(
        _ name: String, zone: String?, _ distribution: Distribution, origin: CarbonModel.Origin,
        group: String
    ) -> Int {
        add(name, zone, .sampled(distribution), distribution.mean, origin, group)
    }

    private mutating func add(
        _ name: String, _ zone: String?, _ definition: CarbonModel.Definition, _ mean: Double,
        _ origin: CarbonModel.Origin, _ group: String
    ) -> Int {
        let key = "\(name)\u{1F}\(zone ?? "\u{1E}")"
        if let variable = known[key] { return variable }
        known[key] = append(name, zone, definition, mean, origin, group)
        return model.variables.count - 1
    }

    private mutating func append(
        _ name: String, _ zone: String?, _ definition: CarbonModel.Definition, _ mean: Double,
        _ origin: CarbonModel.Origin, _ group: String
    ) -> Int {
        model.variables.append(
            CarbonModel.Variable(
                name: name, zone: zone, definition: definition, mean: mean, origin: origin,
                group: group))
        return model.variables.count - 1
    }

    /// An area without error, which is asked for once: nothing is drawn of it by its name.
    mutating func exactArea(
        _ hectares: Double, zone: String, label: String, origin: CarbonModel.Origin
    ) -> Int {
        append(label, zone, .sampled(.fixed(hectares)), hectares, origin, label)
    }

    /// The variables of a confusion matrix's row, its shares; shared by all zones.
    ///
    /// Their central values are the sample's own; they are drawn by ``ConfusionSample/drawn(_:)``.
    mutating func shares(
        sample: String, mapped: String, references: [String], counts: [Double]
    ) -> [Int] {
        let name = "sample \(sample): \(mapped)"
        let total = counts.reduce(0, +)
        let row: Int
        if let index = model.rows.firstIndex(where: { $0.name == name }) {
            row = index
        } else {
            model.rows.append(CarbonModel.Row(name: name, counts: ConfusionSample.drawn(counts)))
            row = model.rows.count - 1
        }
        return references.indices.map { column in
            add(
                "\(name) is \(references[column])", nil, .share(row: row, column: column),
                counts[column] / total,
                .accuracy(sample: sample, mapped: mapped, reference: references[column]),
                "accuracy sample \(sample)")
        }
    }

    /// A weighted sum of variables.
    mutating func combination(
        _ name: String, zone: String, _ parts: [(weight: Double, variable: Int)],
        origin: CarbonModel.Origin
    ) -> Int {
        let mean = parts.reduce(0) { $0 + $1.weight * model.variables[$1.variable].mean }
        return add(name, zone, .combination(parts), mean, origin, name)
    }

    /// Jointly normal variables.
    mutating func joint(
        _ name: String, zone: String, means: [Double], covariance: [[Double]],
        origins: [CarbonModel.Origin], group: String
    ) throws(CarbonError) -> [Int] {
        let root = try choleskyRoot(of: covariance, named: name)
        model.blocks.append(
            CarbonModel.Block(
                name: name, zone: zone, means: means, covariance: covariance, root: root))
        let block = model.blocks.count - 1
        return means.indices.map { component in
            add(
                "\(name) \(component)", zone, .joint(block: block, component: component),
                means[component], origins[component], group)
        }
    }

    /// Adds a line to the account; the same variable's powers are put together.
    mutating func enter(
        _ quantity: CarbonModel.Quantity, zone: String, year: Int? = nil, pool: Pool?,
        land: String, from: String? = nil, process: String = "", _ terms: [Term]
    ) {
        mention(zone)
        let first = model.terms.count
        for term in terms { model.addTerm(term.weight, Self.gathered(term.factors)) }
        closeEntry(
            EntryForm(
                quantity: quantity, year: year, pool: pool, land: land, from: from,
                process: process, terms: []),
            zone, termsFrom: first)
    }

    private mutating func closeEntry(_ form: EntryForm, _ zone: String, termsFrom first: Int) {
        let terms = first..<model.terms.count
        let value = terms.reduce(0) { $0 + model.value(of: model.terms[$1]) }
        model.entries.append(
            CarbonModel.Entry(
                zone: zone, quantity: form.quantity, year: form.year, pool: form.pool,
                land: form.land, from: form.from, process: form.process, value: quantized(value),
                terms: terms))
    }

    // MARK: Lines alike, of many zones

    /// A line of the account as it is for any zone: without its area.
    struct EntryForm: Sendable {
        let quantity: CarbonModel.Quantity
        let year: Int?
        let pool: Pool?
        let land: String
        let from: String?
        let process: String
        let terms: [Term]
    }

    /// Lines that are alike in many zones but for the area, which each of their terms holds once.
    struct Pattern: Sendable {
        fileprivate let forms: [EntryForm]
        /// The last of the variables in them.
        let last: Int
    }

    /// The lines since an entry as a pattern for other areas; `nil` where a term holds the area not at
    /// all or not once.
    func pattern(since first: Int, area: Int) -> Pattern? {
        var last = 0
        var forms: [EntryForm] = []
        for entry in model.entries[first...] {
            var terms: [Term] = []
            for term in model.terms[entry.terms] {
                let factors = model.factors[term.factors]
                let others = factors.filter { $0.variable != area }
                guard factors.contains(Factor(variable: area, exponent: 1)) else { return nil }
                last = max(last, others.map(\.variable).max() ?? 0)
                terms.append(Term(term.weight, others))
            }
            forms.append(
                EntryForm(
                    quantity: entry.quantity, year: entry.year, pool: entry.pool, land: entry.land,
                    from: entry.from, process: entry.process, terms: terms))
        }
        return Pattern(forms: forms, last: last)
    }

    /// Adds the lines of a pattern for another area, as ``enter(_:zone:year:pool:land:from:process:_:)``
    /// would; false where the area was there before a coefficient of theirs, so that its place in the
    /// products is another.
    mutating func enter(_ pattern: Pattern, zone: String, area: Int) -> Bool {
        guard area > pattern.last else { return false }
        mention(zone)
        let factor = Factor(variable: area, exponent: 1)
        for form in pattern.forms {
            let first = model.terms.count
            for term in form.terms { model.addTerm(term.weight, term.factors, and: factor) }
            closeEntry(form, zone, termsFrom: first)
        }
        return true
    }

    /// How many lines there are.
    var entryCount: Int { model.entries.count }

    /// Makes sure that a zone is in the result, if only with zeros.
    mutating func mention(_ zone: String) {
        if zoneOrder.last == zone { return }
        if mentioned.insert(zone).inserted { zoneOrder.append(zone) }
    }

    /// A product of coefficients as factors of a term.
    mutating func factors(_ coefficients: [Coefficient], exponent: Int = 1) -> [Factor] {
        coefficients.map { Factor(variable: variable($0), exponent: exponent) }
    }

    static func gathered(_ factors: [Factor]) -> [Factor] {
        var exponents: [Int: Int] = [:]
        for factor in factors { exponents[factor.variable, default: 0] += factor.exponent }
        return exponents.filter { $0.value != 0 }.sorted { $0.key < $1.key }
            .map { Factor(variable: $0.key, exponent: $0.value) }
    }

    /// The model, with every zone's numbers and the whole's; without the whole where these zones are
    /// some of all.
    ///
    /// - Parameter years: How many years a change is spread over; `nil` where there is no change.
    /// - Returns: The model, its central values worked out.
    func finished(years: Int?) -> CarbonModel {
        var model = model
        let leaves = leaves(hasChange: years != nil)
        var places: [String: Int] = [:]
        for (place, zone) in zoneOrder.enumerated() { places[zone] = place }
        var byZone: [[Int]] = Array(repeating: [], count: zoneOrder.count)
        for (index, entry) in model.entries.enumerated() {
            if let place = places[entry.zone] { byZone[place].append(index) }
        }
        for (zone, zoneEntries) in zip(zoneOrder, byZone) {
            let first = model.outputs.count
            var entries: [[Int]] = Array(
                repeating: [], count: leaves.count * AccountFrame.Leaf.slots)
            for index in zoneEntries {
                let entry = model.entries[index]
                guard let place = leaves.firstIndex(where: { $0.holds(entry) }) else { continue }
                entries[place * AccountFrame.Leaf.slots + (entry.pool?.rank ?? Pool.count)]
                    .append(index)
            }
            for (place, leaf) in leaves.enumerated() {
                let slot = place * AccountFrame.Leaf.slots
                var parts: [Int] = []
                for pool in Pool.allCases where leaf.pools.contains(pool) {
                    let key = CarbonModel.Key(
                        zone: zone, quantity: leaf.quantity, pool: pool, year: leaf.year)
                    parts.append(model.add(.init(key: key, entries: entries[slot + pool.rank])))
                }
                let key = CarbonModel.Key(zone: zone, quantity: leaf.quantity, year: leaf.year)
                model.add(.init(key: key, entries: entries[slot + Pool.count], parts: parts))
            }
            if let years { model.addSinks(of: zone, from: first, years: years) }
        }
        if frame == nil { model.addCity(zoneOrder) }
        return model
    }

    /// What a zone has numbers of, in their order: what some zone of all has lines of.
    private func leaves(hasChange: Bool) -> [AccountFrame.Leaf] {
        var leaves = frame?.leaves ?? []
        for entry in model.entries { leaves.take(entry) }
        if hasChange, !leaves.contains(where: { $0.quantity == .change }) {
            leaves.append(AccountFrame.Leaf(quantity: .change, year: nil))
        }
        return leaves.sorted {
            ($0.quantity.rank, $0.year ?? 0) < ($1.quantity.rank, $1.year ?? 0)
        }
    }
}

extension CarbonModel.Quantity {
    var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension CarbonModel {
    /// Adds a number and its central value.
    @discardableResult
    mutating func add(_ output: Output) -> Int {
        var output = output
        if let multiple = output.multiple, output.parts.isEmpty {
            output.value = quantized(outputs[multiple.of].value * multiple.by)
        } else {
            output.value =
                output.entries.reduce(0) { $0 + entries[$1].value }
                + output.parts.reduce(0) { $0 + outputs[$1].value }
        }
        outputs.append(output)
        places[output.key] = outputs.count - 1
        return outputs.count - 1
    }

    /// The sink that a zone's change amounts to each year; its numbers begin with the first.
    fileprivate mutating func addSinks(of zone: String, from first: Int, years: Int) {
        let changes = outputs.indices[first...].filter { outputs[$0].key.quantity == .change }
        for index in changes {
            let key = Key(zone: zone, quantity: .sink, pool: outputs[index].key.pool)
            add(Output(key: key, multiple: (index, 1 / Double(years))))
        }
    }

    /// The whole: the sum of the zones, number by number.
    fileprivate mutating func addCity(_ zones: [String]) {
        guard let first = zones.first, !zones.contains(Self.cityZone) else { return }
        for output in outputs where output.key.zone == first {
            let key = output.key
            func place(_ zone: String) -> Int? {
                places[Key(zone: zone, quantity: key.quantity, pool: key.pool, year: key.year)]
            }
            let cityKey = Key(
                zone: Self.cityZone, quantity: key.quantity, pool: key.pool, year: key.year)
            var whole = Output(key: cityKey, parts: zones.compactMap(place))
            if let multiple = output.multiple,
                let source = places[
                    Key(zone: Self.cityZone, quantity: .change, pool: key.pool)]
            {
                whole.multiple = (source, multiple.by)
            }
            add(whole)
        }
    }
}
