// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

import Accounts
import Ecology
import Foundation
import Reporting
import Tables
import Testing

@testable import Survey

@Suite("Seals of finished surveys, and single figures measured again")
struct SealTests {
    private let scratch: Scratch
    init() throws { scratch = try Scratch() }

    /// The key pair of RFC 8032's first test vector.
    private let secret = "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g"
    private let known = "MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
    /// Another public key, of RFC 8410.
    private let other = "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE="

    private func file(_ name: String, _ kind: String, _ text: String) throws -> String {
        try scratch.write("-----BEGIN \(kind)-----\n\(text)\n-----END \(kind)-----\n", to: name)
    }

    private func privateKey() throws -> SealKey {
        try SealKey(sealingWith: file("key.pem", "PRIVATE KEY", secret))
    }

    private func survey(sealed: Bool) async throws -> String {
        var run = try scratch.run(of: scratch.oneYear())
        run.seal = sealed ? try privateKey() : nil
        return try await run.run().folder
    }

    private func seal(
        of folder: String, by key: SealKey? = nil
    ) throws -> SurveyVerification.Finding? {
        var check = try SurveyVerification(of: folder)
        #expect(check.isSound)
        try check.checkSeal(by: key)
        return check.findings.first { $0.role == .seal }
    }

    @Test("a signature is RFC 8032's")
    func vector() throws {
        let seal = try privateKey().seal([])
        let hex = seal.map { String(format: "%02x", $0) }.joined()
        #expect(
            hex == "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")
        let key = try SealKey(checkingWith: file("pub.pem", "PUBLIC KEY", known))
        #expect(key.hasSealed([], with: seal) && !key.hasSealed([1], with: seal))
        #expect(key.publicBytes.hasPrefix("d75a980182b10ab7"))
    }

    @Test("what is no key of the right kind is refused by name, with the command that makes one")
    func badKeys() throws {
        let text = try scratch.write("hello", to: "text.pem")
        let swapped = try file("swapped.pem", "PUBLIC KEY", known)
        for path in [text, swapped] {
            let error = #expect(throws: SurveyError.self) { try SealKey(sealingWith: path) }
            #expect("\(try #require(error))".contains("openssl genpkey"))
        }
        #expect(throws: SurveyError.self) { try SealKey(checkingWith: text) }
    }

    @Test("a sealed survey is sound by its own key and by its owner's, and by no other")
    func sealed() async throws {
        let folder = try await survey(sealed: true)
        #expect(try seal(of: folder)?.state == .same)
        let owner = try SealKey(checkingWith: file("pub.pem", "PUBLIC KEY", known))
        #expect(try seal(of: folder, by: owner)?.state == .same)
        let stranger = try SealKey(checkingWith: file("other.pem", "PUBLIC KEY", other))
        #expect(try seal(of: folder, by: stranger)?.state == .changed)
    }

    @Test("a record that was changed after it was sealed, and a seal that is gone, are told")
    func broken() async throws {
        let folder = try await survey(sealed: true)
        let path = "\(folder)/provenance.json"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        try text.replacing("\"jobs\" : 2", with: "\"jobs\" : 3")
            .write(toFile: path, atomically: true, encoding: .utf8)
        #expect(try seal(of: folder)?.state == .changed)
        try FileManager.default.removeItem(atPath: "\(folder)/provenance.json.sig")
        #expect(try seal(of: folder)?.state == .missing)
    }

    @Test("a survey without a seal has none to check, unless a key is asked for")
    func plain() async throws {
        let folder = try await survey(sealed: false)
        #expect(try seal(of: folder) == nil)
        let owner = try SealKey(checkingWith: file("pub.pem", "PUBLIC KEY", known))
        #expect(try seal(of: folder, by: owner)?.state == .missing)
    }

    @Test("OpenSSL's own program accepts a seal")
    func openssl() async throws {
        let folder = try await survey(sealed: true)
        let key = try file("pub.pem", "PUBLIC KEY", known)
        let status = try scratch.run(
            "openssl",
            [
                "pkeyutl", "-verify", "-pubin", "-inkey", key, "-rawin", "-in",
                "\(folder)/provenance.json", "-sigfile", "\(folder)/provenance.json.sig",
            ])
        #expect(status == 0)
    }

    // MARK: One figure

    @Test("one figure is measured again down to its classes", arguments: ["w", "all"])
    func figure(zone: String) async throws {
        let check = try SurveyVerification(of: await survey(sealed: false))
        let figure = try await FigureReplay(of: check, zone: zone, indicator: "forest_coverage")
        #expect(figure.isSound)
        let items = figure.table.rows.map { $0[2] }
        #expect(items.prefix(3) == [.text("value"), .text("numerator"), .text("denominator")])
        #expect(items.contains(.text("class 21")))
        #expect(items.contains(.text("class 32")) == (zone == "all"))
    }

    @Test("an input that changed since shows in the classes that it touches")
    func changedInput() async throws {
        let check = try SurveyVerification(of: await survey(sealed: false))
        try scratch.raster("lc.tif", width: 4, [12, 22, 21, 32, 42, 64, 32, 32] as [UInt8])
        let figure = try await FigureReplay(of: check, zone: "w", indicator: "forest_coverage")
        #expect(!figure.isSound)
        let states = figure.table.rows.map { [$0[2], $0[7]] }
        #expect(states.contains([.text("class 12"), .text("same")]))
        #expect(states.contains([.text("class 22"), .text("missing")]))
    }

    @Test("a figure that the survey does not have is refused")
    func noFigure() async throws {
        let check = try SurveyVerification(of: await survey(sealed: false))
        await #expect(throws: SurveyError.self) {
            try await FigureReplay(of: check, zone: "w", indicator: "desert_mu_us")
        }
    }
}
