// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// What whoever started the program can do about a failure: what its exit status tells.
public enum FailureKind: Hashable, Sendable {
    /// Nothing that the other kinds cover.
    case failed
    /// An input is there, but is not what it should be: mend it.
    case badData
    /// An input is not there, or may not be read: name another.
    case noInput
    /// An output cannot be created: choose another place.
    case cannotCreate
    /// Reading or writing broke off, as on a full disk: make room, or look at the disk.
    case inputOutput
    /// The same command may well succeed later: nothing is wrong with the inputs.
    case tryAgain

    /// The kind of an `errno` that a file which is to be read was refused with.
    public init(reading code: Int32) {
        if Self.passing.contains(code) {
            self = .tryAgain
        } else {
            self = code == EISDIR ? .badData : .noInput
        }
    }

    /// The kind of an `errno` that a file which is to be written was refused with.
    ///
    /// - Parameters:
    ///   - code: The system's `errno`.
    ///   - isCreation: Whether nothing could be begun, as against a write that broke off.
    public init(writing code: Int32, isCreation: Bool) {
        self = Self.passing.contains(code) ? .tryAgain : isCreation ? .cannotCreate : .inputOutput
    }

    /// The codes of troubles that pass: those of a device, of a network, and of what other programs
    /// use up just now.
    private static let passing: Set<Int32> = [
        EIO, EMFILE, ENFILE, ENOMEM, ENOBUFS, EAGAIN, EINTR, EBUSY, ETXTBSY, ENOLCK, ESTALE, ENXIO,
        ENODEV, EREMOTEIO, ETIMEDOUT, ENETDOWN, ENETUNREACH, ENETRESET, ECONNRESET, ECONNREFUSED,
        ECONNABORTED, EHOSTDOWN, EHOSTUNREACH, ENOTCONN,
    ]

    /// Whether an `errno` tells of a trouble that passes.
    package static func passes(_ code: Int32) -> Bool { passing.contains(code) }
}

/// An error that says of what kind it is; by itself, that of an input to be mended.
public protocol Failure: Error {
    /// What can be done about it.
    var failureKind: FailureKind { get }
}

extension Failure {
    /// An input is to be mended, where an error says no more.
    public var failureKind: FailureKind { .badData }
}

/// The system's words for an `errno`, such as `No space left on device`.
package func systemMessage(_ code: Int32) -> String { String(cString: strerror(code)) }
