import Foundation
import Synchronization

/// The answers of a program that is asked the same again and again, as the reference is by everybody
/// who tries many wrong functions on the same inputs.
private final class RememberedAnswers: AnswerSource {
  private struct Memory: Sendable {
    var exchanges: [Data: Exchange] = [:]
    /// The bytes of the questions, which are about as long as the answers.
    var size = 0
  }

  /// The most bytes of questions that are kept.
  private static let limit = 64 << 20

  private let client: WorkerClient
  private let memory = Mutex(Memory())

  init(of client: WorkerClient) {
    self.client = client
  }

  func exchange(_ question: Question, progress: (Value) -> Void) -> Exchange {
    let key = question.request.value.bytes
    if let known = memory.withLock({ $0.exchanges[key] }) { return known }
    let exchange = client.exchange(question, progress: progress)
    // A failure may have been the machine's.
    guard case .success = exchange.outcome else { return exchange }
    memory.withLock { memory in
      if memory.size > Self.limit { memory = Memory() }
      memory.exchanges[key] = exchange
      memory.size += key.count
    }
    return exchange
  }

  func variants() throws -> Variants { try client.variants() }
  var identity: String { client.identity }
  var startFailure: String? { client.startFailure }
  var peakMemory: Int? { client.peakMemory }
}

extension Host {
  /// Calls run in a process of the program, each question once.
  ///
  /// For functions that answer the same to the same arguments.
  public static func remembering(_ client: WorkerClient) -> Host {
    Host(RememberedAnswers(of: client))
  }
}
