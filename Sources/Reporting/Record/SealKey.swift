// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

package import Accounts
internal import COpenSSL
internal import Files
internal import Foundation

/// An Ed25519 key in a PEM file: the private half seals a survey's record, the public half checks it.
///
/// Make a pair with OpenSSL:
///
///     openssl genpkey -algorithm ed25519 -out bureau.pem
///     openssl pkey -in bureau.pem -pubout -out bureau.pub.pem
///
/// A seal is the signature's 64 bytes over `provenance.json`, which names every other file by its
/// SHA-256, in `provenance.json.sig`. Anybody can check it:
///
///     openssl pkeyutl -verify -pubin -inkey bureau.pub.pem -rawin \
///         -in provenance.json -sigfile provenance.json.sig
///
/// - Source: RFC 8032 (Ed25519), RFC 8410 (keys in PEM).
public struct SealKey: Sendable {
    /// The PEM file's text: OpenSSL's own keys cannot be handed from thread to thread.
    private let text: [UInt8]
    /// Whether it can seal.
    private let isPrivate: Bool

    /// A key that seals.
    ///
    /// - Parameter path: A PEM file without a passphrase.
    /// - Throws: `SurveyError.unusable` where it is none.
    public init(sealingWith path: String) throws {
        text = try Self.text(of: path)
        isPrivate = true
        guard withKey({ _ in true }) == true else {
            throw SurveyError.unusable(
                file: path,
                why: String(decoding: text, as: UTF8.self).contains("ENCRYPTED")
                    ? "the key has a passphrase; take it off with openssl pkey -in KEY -out PLAIN"
                    : "is no private key in PEM; make one with openssl genpkey -algorithm ed25519 "
                        + "-out KEY")
        }
        try refuseOtherKinds(named: path)
    }

    /// A key that checks.
    ///
    /// - Parameter path: The public half, a PEM file.
    /// - Throws: `SurveyError.unusable` where it is none.
    public init(checkingWith path: String) throws {
        try self.init(checkingWithText: Self.text(of: path), named: path)
    }

    package init(checkingWithText text: [UInt8], named path: String) throws(SurveyError) {
        self.text = text
        isPrivate = false
        guard withKey({ _ in true }) == true else {
            throw SurveyError.unusable(
                file: path,
                why:
                    "is no public key in PEM; make it of the private one with openssl pkey -in KEY "
                    + "-pubout -out PUBLIC")
        }
        try refuseOtherKinds(named: path)
    }

    private func refuseOtherKinds(named path: String) throws(SurveyError) {
        guard withKey({ EVP_PKEY_is_a($0, "ED25519") == 1 }) == true else {
            throw SurveyError.unusable(
                file: path,
                why:
                    "is a key of another kind; Ed25519 is needed: openssl genpkey -algorithm ed25519"
            )
        }
    }

    private static func text(of path: String) throws -> [UInt8] {
        // A key is no input of what it seals, and must not be recorded as one.
        try InputWatch.$current.withValue(nil) { Array(try readFile(at: path)) }
    }

    /// `nil` where the text is no such key.
    private func withKey<Value>(_ body: (OpaquePointer) -> Value) -> Value? {
        guard let memory = BIO_new_mem_buf(text, Int32(clamping: text.count)) else { return nil }
        defer { BIO_free(memory) }
        // Without a function of its own OpenSSL would ask for a passphrase at the terminal.
        let key =
            isPrivate
            ? PEM_read_bio_PrivateKey(memory, nil, { _, _, _, _ in 0 }, nil)
            : PEM_read_bio_PUBKEY(memory, nil, nil, nil)
        guard let key else { return nil }
        defer { EVP_PKEY_free(key) }
        return body(key)
    }

    /// The public half in PEM.
    var publicText: String {
        withKey { key in
            guard let memory = BIO_new(BIO_s_mem()) else { return "" }
            defer { BIO_free(memory) }
            guard PEM_write_bio_PUBKEY(memory, key) == 1 else { return "" }
            var text = [UInt8](repeating: 0, count: 1024)
            let count = BIO_read(memory, &text, Int32(text.count))
            return String(decoding: text.prefix(Int(max(0, count))), as: UTF8.self)
        } ?? ""
    }

    /// The public half's 32 bytes in hexadecimal, which tell one key from another.
    public var publicBytes: String {
        withKey { key in
            var bytes = [UInt8](repeating: 0, count: 32)
            var count = bytes.count
            guard EVP_PKEY_get_raw_public_key(key, &bytes, &count) == 1 else { return "" }
            return bytes.prefix(count).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        } ?? ""
    }

    /// The signature of a message, 64 bytes; the same each time.
    package func seal(_ message: [UInt8]) throws(SurveyError) -> [UInt8] {
        let signature = withKey { key -> [UInt8]? in
            var signature = [UInt8](repeating: 0, count: 64)
            var count = signature.count
            let context = EVP_MD_CTX_new()
            defer { EVP_MD_CTX_free(context) }
            guard EVP_DigestSignInit(context, nil, nil, nil, key) == 1,
                EVP_DigestSign(context, &signature, &count, message, message.count) == 1
            else { return nil }
            return Array(signature.prefix(count))
        }
        guard isPrivate, let signature = signature.flatMap(\.self) else {
            throw SurveyError.unusable(file: "--sign", why: "the key does not sign")
        }
        return signature
    }

    /// Whether a signature is this key's, of a message.
    package func hasSealed(_ message: [UInt8], with signature: [UInt8]) -> Bool {
        withKey { key in
            let context = EVP_MD_CTX_new()
            defer { EVP_MD_CTX_free(context) }
            return EVP_DigestVerifyInit(context, nil, nil, nil, key) == 1
                && EVP_DigestVerify(context, signature, signature.count, message, message.count)
                    == 1
        } ?? false
    }
}
