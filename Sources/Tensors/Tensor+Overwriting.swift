// A formula such as `0.9 * v + 0.1 * dW` makes tensors that nothing else ever uses. Operators consume
// what they combine, so that the memory of such a tensor takes their result: to allocate and free
// that of a small one takes longer than its arithmetic.

extension Tensor {
  typealias Source = UnsafePointer<Double>?
  typealias Target = UnsafeMutablePointer<Double>?

  /// The numbers in a line of the cache.
  private static var line: Int { 8 }

  /// Returns the tensor of the same layout that `body` computes from the elements.
  ///
  /// It gets the elements and the memory for the result, which may be the same, the place where they
  /// begin in this tensor, and their number: all of them, or for a large tensor those of one thread.
  @inline(__always)
  consuming func overwriting(
    picoseconds: Int = Threads.arithmetic, _ body: (Source, Target, _ start: Int, Int) -> Void
  ) -> Tensor {
    let size = storage.count
    if storage.isUnique() {
      storage.withUnsafeMutableBufferPointer { buffer in
        let z = buffer.baseAddress
        Threads.split(size, picoseconds: picoseconds, unit: Self.line) { start, count in
          body(z.map { UnsafePointer($0) + start }, z.map { $0 + start }, start, count)
        }
      }
      return self
    }
    let elements = storage.withUnsafeBufferPointer { buffer in
      let x = buffer.baseAddress
      return [Double].filling(size) { z in
        Threads.split(size, picoseconds: picoseconds, unit: Self.line) { start, count in
          body(x.map { $0 + start }, z.map { $0 + start }, start, count)
        }
      }
    }
    return Tensor(layout, elements)
  }

  typealias UnaryKernel = (Source, Target, Int) -> Void

  /// Returns the tensor of the same layout that a kernel computes, in so many picoseconds for an
  /// element.
  @inline(__always)
  consuming func applying(
    _ kernel: UnaryKernel, picoseconds: Int = Threads.arithmetic
  ) -> Tensor {
    overwriting(picoseconds: picoseconds) { x, z, _, count in kernel(x, z, count) }
  }
}

extension [Double] {
  /// Returns whether no other array shares these elements.
  ///
  /// An array is one reference to its storage, and `isKnownUniquelyReferenced` only reads the count
  /// of references there, so that the array may be taken for a reference to any object.
  @inline(__always)
  mutating func isUnique() -> Bool {
    withUnsafeMutablePointer(to: &self) { array in
      array.withMemoryRebound(to: AnyObject.self, capacity: 1) { reference in
        isKnownUniquelyReferenced(&reference.pointee)
      }
    }
  }
}
