extension WorkerClient: AnswerSource {
  func exchange(_ question: Question, progress: (Value) -> Void) -> Exchange {
    exchange(question.request, timeLimit: question.limit, progress: progress)
  }

  func variants(of week: String?) throws -> Variants {
    let request = Request(
      exercise: FunctionTable.variantsName, variant: nil,
      arguments: week.map { [.text($0)] } ?? [])
    return try exchange(request, timeLimit: 10).outcome.get().decoded()
  }

  var identity: String { "@\(ObjectIdentifier(self))" }
}

extension Host {
  /// A host that calls a process of the program; `mutation` falsifies the answers of one exercise.
  public static func process(_ client: WorkerClient, mutation: Mutation? = nil) -> Host {
    mutation.map { Host(MutatedAnswers(of: client, by: $0)) } ?? Host(client)
  }
}

/// The answers of a program, with a deliberate mistake in those of one exercise.
private struct MutatedAnswers: AnswerSource {
  private let client: WorkerClient
  private let mutation: Mutation

  init(of client: WorkerClient, by mutation: Mutation) {
    self.client = client
    self.mutation = mutation
  }

  func exchange(_ question: Question, progress: (Value) -> Void) -> Exchange {
    var asked = question
    asked.variant = question.variant ?? mutation.variant(of: question.info.id)
    if asked.variant == nil { asked.standIn = mutation.standIn }
    var exchange = client.exchange(asked, progress: progress)
    if let other = mutation.pair(of: question.info.id)?.1,
      case .success(let first) = exchange.outcome
    {
      asked.variant = other
      let second = client.exchange(asked, progress: progress).outcome
      asked.variant = nil
      let right = client.exchange(asked, progress: progress).outcome
      if case .success(let second) = second, case .success(let right) = right {
        exchange.outcome = .success(
          first.joined(with: second, right: right, within: question.info.tolerance))
      }
    }
    if case .success(let value) = exchange.outcome {
      exchange.outcome = .success(
        mutation.falsify(value, of: question.info, question.arguments))
    }
    return exchange
  }

  func variants(of week: String?) throws -> Variants { try client.variants(of: week) }
  var identity: String { client.identity + mutation.name }
  var startFailure: String? { client.startFailure }
  var peakMemory: Int? { client.peakMemory }
  var secondsSpent: Double { client.secondsSpent }
}
