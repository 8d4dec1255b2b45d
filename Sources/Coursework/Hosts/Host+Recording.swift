/// The answers of a program, which are recorded for a release.
private struct RecordedAnswering: AnswerSource {
  let client: WorkerClient
  let recorder: AnswerRecorder
  let known: KnownVariants
  let keepsAnswers = true

  func exchange(_ question: Question, progress: (Value) -> Void) -> Exchange {
    let exchange = client.exchange(question, progress: progress)
    let variants =
      known.misconceptions(of: question.info).map(\.id) + known.alternatives(of: question.info)
    recorder.record(
      question.info, question.arguments, right: exchange.outcome, variants: variants
    ) { variant in
      var other = question
      other.variant = variant
      return client.exchange(other) { _ in }.outcome
    }
    return exchange
  }

  func variants(of week: String?) throws -> Variants { try known.value(of: week) }
}

/// Recorded answers, used where the solutions are absent.
extension AnswerFile: AnswerSource {
  func exchange(_ question: Question, progress: (Value) -> Void) -> Exchange {
    let outcome = outcome(
      of: question.info.id, variant: question.variant, question.arguments)
    return Exchange(outcome: outcome ?? .failure(.notRecorded))
  }
}

extension Host {
  /// A host whose calls run in a process of the program and whose outcomes are recorded.
  public static func recording(_ client: WorkerClient, to recorder: AnswerRecorder) -> Host {
    Host(
      RecordedAnswering(
        client: client, recorder: recorder, known: KnownVariants { try client.variants(of: $0) }))
  }

  /// A host that answers from a recording; `variants` comes from the text file beside it.
  public static func recorded(_ answers: AnswerFile, _ variants: Variants = Variants()) -> Host {
    Host(answers, knowing: KnownVariants { _ in variants })
  }
}
