// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// A door on this machine that never answers, and knows whether anybody knocked.
public final class Listener: Sendable {
    private let socket: Int32
    /// Where it listens.
    public let port: UInt16

    /// Opens a door on a free port.
    public init() throws(ListenerError) {
        let door = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(door, $0, length) + listen(door, 8) + getsockname(door, $0, &length)
            }
        }
        socket = door
        port = UInt16(bigEndian: address.sin_port)
        guard status == 0 else { throw ListenerError() }
    }

    /// Whether anybody connected.
    public var wasCalled: Bool {
        let caller = accept(socket, nil, nil)
        if caller >= 0 { close(caller) }
        return caller >= 0
    }

    deinit { close(socket) }
}

/// This machine lets nobody listen.
public struct ListenerError: Error {}
