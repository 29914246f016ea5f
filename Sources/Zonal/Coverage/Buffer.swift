// Steppe: ecological accounts from survey rasters
// SPDX-License-Identifier: Apache-2.0

/// A growing row of plain values for the innermost loops: no reference count, no uniqueness check.
///
/// Indices are checked in debug builds only.
struct Buffer<Element: BitwiseCopyable>: ~Copyable {
    private var base: UnsafeMutablePointer<Element>
    private var capacity: Int
    private(set) var count = 0

    init() {
        capacity = 64
        base = .allocate(capacity: capacity)
    }

    deinit { base.deallocate() }

    /// An element that was appended.
    subscript(index: Int) -> Element {
        @inline(__always) get {
            assert(index >= 0 && index < count)
            return base[index]
        }
        @inline(__always) nonmutating _modify {
            assert(index >= 0 && index < count)
            yield &base[index]
        }
    }

    /// The elements, as long as none is appended.
    var elements: UnsafeMutableBufferPointer<Element> {
        @inline(__always) get { UnsafeMutableBufferPointer(start: base, count: count) }
    }

    @inline(__always)
    mutating func append(_ element: Element) {
        if count == capacity { grow(to: count + 1) }
        (base + count).initialize(to: element)
        count += 1
    }

    /// Forgets all elements; the memory stays.
    mutating func removeAll() { count = 0 }

    /// Takes so many copies of an element in place of what it holds.
    mutating func fill(with element: Element, count: Int) {
        if count > capacity { grow(to: count) }
        base.initialize(repeating: element, count: count)
        self.count = count
    }

    private mutating func grow(to needed: Int) {
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: max(needed, 2 * capacity))
        larger.initialize(from: base, count: count)
        base.deallocate()
        base = larger
        capacity = max(needed, 2 * capacity)
    }
}
