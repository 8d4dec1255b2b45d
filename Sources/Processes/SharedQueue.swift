import Dispatch
public import Foundation
import Synchronization

/// Elements that several threads take, one after the other.
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

  /// Keeps the elements in their order.
  public init(_ elements: [Element]) {
    self.elements = elements
  }

  /// The next element that nobody has taken; nil when none is left.
  public func next() -> Element? {
    let index = taken.wrappingAdd(1, ordering: .relaxed).oldValue
    return index < elements.count ? elements[index] : nil
  }

  /// Runs a body on several threads, with the number of each, and returns when all of them have
  /// ended; without elements on none.
  ///
  /// There may be more threads than processors, where most of their time goes by waiting for other
  /// programs; a dispatch queue would not start them.
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
  /// How many programs to run at a time that start, call one another and end: all processors, and
  /// half as many again, since such programs wait for a third of their time.
  public var jobsOfPrograms: Int { Self.jobsOfPrograms(activeProcessorCount) }

  /// The same for a number of processors.
  public static func jobsOfPrograms(_ processors: Int) -> Int { processors + (processors + 1) / 2 }
}
