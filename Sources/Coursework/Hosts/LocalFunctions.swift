/// An answer source that calls functions of this process, in a worker or under a debugger.
private struct LocalFunctions: AnswerSource {
  let table: FunctionTable
  let send: @Sendable (Value) -> Void

  func exchange(_ question: Question, progress: (Value) -> Void) -> Exchange {
    Exchange(answerOf: table.answer(question.request))
  }

  func implementation(of exercise: String) -> Implementation? {
    table.implementation(of: exercise, variant: nil)
  }

  func variants(of week: String?) throws -> Variants { table.variants(of: week) }

  func report(_ progress: some Encodable) throws { send(try Value(encoding: progress)) }
}

extension Host {
  /// A host that calls these functions in this process.
  public static func local(
    _ table: FunctionTable, progress: @escaping @Sendable (Value) -> Void = { _ in }
  ) -> Host {
    Host(LocalFunctions(table: table, send: progress))
  }
}
