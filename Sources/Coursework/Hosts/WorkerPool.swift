public import Foundation
import Synchronization

/// An answer source with as many processes of a program as threads that ask at the same time.
///
/// Threads that ask one after the other share one process.
private final class WorkerPool: AnswerSource {
  private let program: URL
  private let idle = Mutex<[WorkerClient]>([])

  init(program: URL) {
    self.program = program
  }

  private func ask<Answer>(_ question: (WorkerClient) throws -> Answer) rethrows -> Answer {
    let client = idle.withLock { $0.popLast() } ?? WorkerClient(program: program)
    defer { idle.withLock { $0.append(client) } }
    return try question(client)
  }

  func exchange(_ question: Question, progress: (Value) -> Void) -> Exchange {
    ask { $0.exchange(question, progress: progress) }
  }

  func variants(of week: String?) throws -> Variants { try ask { try $0.variants(of: week) } }
  var identity: String { "@\(ObjectIdentifier(self))" }
  var startFailure: String? { idle.withLock { $0.lazy.compactMap(\.startFailure).first } }
}

extension Host {
  /// A host that calls processes of the program, one for each thread that waits for an answer.
  public static func processes(of program: URL) -> Host {
    Host(WorkerPool(program: program))
  }
}
