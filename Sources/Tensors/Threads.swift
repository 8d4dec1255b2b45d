import CKernels
import Foundation
import Synchronization

/// The number of threads among which a large product is split.
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
}

extension Tensor {
  /// The maximum number of threads that a large product of matrices may use, at least 1.
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
