import Text

/// The outcome of one request.
struct Exchange {
  var outcome: Result<Value, CallFailure>
  /// The function's output, cut to a sensible length.
  var printed: CapturedOutput

  init(outcome: Result<Value, CallFailure>, printed: CapturedOutput = CapturedOutput()) {
    self.outcome = outcome
    self.printed = printed
  }

  init(answerOf frame: (Frame.Kind, Value)) {
    self.init(outcome: Self.outcome(of: frame.0, frame.1))
  }

  /// Interprets a frame of this kind; `site` turns the calls that led to an error into a place.
  static func outcome(
    of kind: Frame.Kind, _ value: Value, at site: ([Int]) -> CodeSite? = { _ in nil }
  ) -> Result<Value, CallFailure> {
    switch (kind, value) {
    case (.returned, _): .success(value)
    case (.notImplemented, .text(let function)):
      .failure(.notImplemented(function: function.ofStrangers(200)))
    case (.threw, .text(let message)):
      .failure(.threw(message.ofStrangers(2000)))
    case (.threw, .list(let parts)) where parts.count == 2:
      if case .text(let message) = parts[0], case .list(let calls) = parts[1] {
        .failure(
          .threw(message.ofStrangers(2000), at: site(calls.compactMap(\.integer))))
      } else {
        .failure(.malformed(.unknownKind))
      }
    default: .failure(.malformed(.unknownKind))
    }
  }
}
