import Foundation
import Synchronization

/// A cache of a program's answers, for the reference: a suite asks a quarter of its questions again,
/// and all of them while many wrong functions are tried on the same inputs.
private final class RememberedAnswers: AnswerSource {
  private struct Memory: Sendable {
    var exchanges: [Data: Exchange] = [:]
    /// The total size of the questions in bytes; answers are of similar size.
    var size = 0
  }

  /// The largest total size of the cached questions, in bytes.
  private static let limit = 64 << 20

  private let source: any AnswerSource
  private let memory = Mutex(Memory())

  init(of source: any AnswerSource) {
    self.source = source
  }

  func exchange(_ question: Question, progress: (Value) -> Void) -> Exchange {
    let key = question.request.value.bytes
    if let known = memory.withLock({ $0.exchanges[key] }) { return known }
    let exchange = source.exchange(question, progress: progress)
    // A failure may have been the machine's and is not cached.
    guard case .success = exchange.outcome else { return exchange }
    memory.withLock { memory in
      if memory.size > Self.limit { memory = Memory() }
      memory.exchanges[key] = exchange
      memory.size += key.count
    }
    return exchange
  }

  func variants(of week: String?) throws -> Variants { try source.variants(of: week) }
  var identity: String { source.identity }
  var startFailure: String? { source.startFailure }
  var peakMemory: Int? { source.peakMemory }
}

extension Host {
  /// This host, but asking each question only once.
  ///
  /// Suitable only for functions that answer equal arguments equally.
  public var remembering: Host { Host(RememberedAnswers(of: source)) }
}
