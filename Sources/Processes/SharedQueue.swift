import Dispatch
public import Foundation
import Synchronization

/// A queue from which several threads take elements.
///
/// ```swift
/// SharedQueue(files).drain(jobs: 3) { queue, number in
///   let compiler = Compiler()
///   while let file = queue.next() { compiler.compile(file) }
/// }
/// ```
public final class SharedQueue<Element: Sendable>: Sendable {
  private let elements: [Element]
  private let taken = Atomic(0)

  /// Creates a queue with the elements in order.
  public init(_ elements: [Element]) {
    self.elements = elements
  }

  /// Takes the next element; nil when none is left.
  public func next() -> Element? {
    let index = taken.wrappingAdd(1, ordering: .relaxed).oldValue
    return index < elements.count ? elements[index] : nil
  }

  /// Runs a body on several threads, passing each its number, and returns when all have ended; runs
  /// none if there are no elements.
  ///
  /// There may be more threads than processors when they mostly wait for other programs; a dispatch
  /// queue would not start that many.
  public func drain(jobs: Int, _ body: @escaping @Sendable (SharedQueue, Int) -> Void) {
    let group = DispatchGroup()
    for number in 0..<min(max(1, jobs), elements.count) {
      group.enter()
      let thread = Thread {
        body(self, number)
        group.leave()
      }
      thread.stackSize = 8 << 20
      thread.start()
    }
    group.wait()
  }
}

extension ProcessInfo {
  /// The number of programs to run at once if they start, call one another and end: one and a half
  /// times the processors, since such programs wait for a third of their time.
  public var jobsOfPrograms: Int { Self.jobsOfPrograms(activeProcessorCount) }

  /// Returns the same for a given number of processors.
  public static func jobsOfPrograms(_ processors: Int) -> Int { processors + (processors + 1) / 2 }
}
