// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import COpenSSL

/// SHA-256, a piece at a time; by OpenSSL, which has the processor's own instructions for it.
package final class Fingerprint {
    private let context: OpaquePointer?

    /// Nothing taken in yet.
    package init() {
        context = EVP_MD_CTX_new()
        let isReady = EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1
        precondition(isReady, "OpenSSL refuses SHA-256")
    }

    /// Takes in bytes.
    package func add(_ bytes: UnsafeRawBufferPointer) {
        EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
    }

    /// Takes in text, and where it ends.
    package func add(_ text: String) {
        Array((text + "\n").utf8).withUnsafeBytes { add($0) }
    }

    /// The sum of all that was taken in, in hexadecimal; nothing can be added after.
    package private(set) lazy var hex: String = {
        let digits = Array("0123456789abcdef".utf8)
        var sum = [UInt8](repeating: 0, count: 32)
        let isDone = EVP_DigestFinal_ex(context, &sum, nil) == 1
        precondition(isDone, "OpenSSL does not finish a SHA-256")
        return String(
            decoding: sum.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }()

    /// The sum of a text.
    package static func hex(of text: String) -> String {
        let sum = Fingerprint()
        sum.add(text)
        return sum.hex
    }

    deinit { EVP_MD_CTX_free(context) }
}
