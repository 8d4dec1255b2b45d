import CKernels
import Dispatch
import Foundation
import Synchronization

/// The number of threads among which the work on large tensors is split.
///
/// The result has the same bits for every number.
enum Threads {
  private static let setting = Atomic<Int>(initial)

  static var count: Int {
    get { setting.load(ordering: .relaxed) }
    set { setting.store(Swift.max(newValue, 1), ordering: .relaxed) }
  }

  /// The value of `COURSE_THREADS` in the environment, or the number of processors.
  private static var initial: Int {
    if let text = ProcessInfo.processInfo.environment["COURSE_THREADS"], let count = Int(text),
      count >= 1
    {
      return count
    }
    return ProcessInfo.processInfo.activeProcessorCount
  }

  /// The time in which the simplest operation computes an element of a large tensor.
  static let arithmetic = 250
  /// The work, in picoseconds, below which a second thread may cost more than it saves.
  private static let worthSplitting = 50_000_000

  /// Calls `body` with the start and the length of every part of 0..<count, or once with the whole
  /// if it takes so little time that threads would not pay off.
  ///
  /// Parts run side by side: what they write must not overlap. All but the last are multiples of
  /// `unit`.
  @inline(__always)
  static func split(
    _ count: Int, picoseconds: Int, unit: Int = 1, _ body: (_ start: Int, _ count: Int) -> Void
  ) {
    guard count &* picoseconds >= worthSplitting else { return body(0, count) }
    runParts(count, unit, body)
  }

  @inline(never)
  private static func runParts(_ count: Int, _ unit: Int, _ body: (Int, Int) -> Void) {
    guard self.count > 1 else { return body(0, count) }
    let units = (count + unit - 1) / unit
    let parts = Swift.min(4 * self.count, units)
    run(parts) { part in
      let start = units * part / parts * unit
      body(start, Swift.min(units * (part + 1) / parts * unit, count) - start)
    }
  }

  /// Calls `body` with each part's number.
  ///
  /// Each thread takes the next part when it has done one, so that a thread which wakes up late, or
  /// whose processor is busy with something else, does fewer of them. Parts run side by side: what
  /// they write must not overlap.
  static func run(_ parts: Int, _ body: (_ part: Int) -> Void) {
    let next = Atomic<Int>(0)
    withoutActuallyEscaping(body) { body in
      // Every part writes its own elements and reads what none writes, and all are done on return.
      nonisolated(unsafe) let body = body
      DispatchQueue.concurrentPerform(iterations: Swift.min(self.count, parts)) { _ in
        while true {
          let part = next.wrappingAdd(1, ordering: .relaxed).oldValue
          guard part < parts else { return }
          body(part)
        }
      }
    }
  }
}

extension Tensor {
  /// The maximum number of threads that work on a large tensor may use, at least 1.
  ///
  /// It is initially the environment's `COURSE_THREADS`, or the number of processors. The result
  /// has the same bits for every number.
  public static var threads: Int {
    get { Threads.count }
    set { Threads.count = newValue }
  }

  /// The number of doubles that one instruction of this processor computes at once in the kernels:
  /// 8 with AVX-512, 4 with AVX2, otherwise 2.
  ///
  /// The bits of a result are the same for every width.
  public static var vectorWidth: Int { Int(ck_width()) }
}
