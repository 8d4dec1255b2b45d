/// What came of one request.
struct Exchange {
  var outcome: Result<Value, CallFailure>
  /// What the function printed, cut at a sensible length.
  var printed: CapturedOutput

  init(outcome: Result<Value, CallFailure>, printed: CapturedOutput = CapturedOutput()) {
    self.outcome = outcome
    self.printed = printed
  }

  init(answerOf frame: (Frame.Kind, Value)) {
    self.init(outcome: Self.outcome(of: frame.0, frame.1))
  }

  static func outcome(of kind: Frame.Kind, _ value: Value) -> Result<Value, CallFailure> {
    switch (kind, value) {
    case (.returned, _): .success(value)
    case (.notImplemented, .text(let function)):
      .failure(.notImplemented(function: function.clipped(to: 200).withoutControls))
    case (.threw, .text(let message)):
      .failure(.threw(message.clipped(to: 2000).withoutControls))
    default: .failure(.malformed(.unknownKind))
    }
  }
}
