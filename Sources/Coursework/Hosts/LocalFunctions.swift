/// Functions of this process that answer calls: inside a worker, or with breakpoints.
private struct LocalFunctions: AnswerSource {
  let table: FunctionTable
  let send: @Sendable (Value) -> Void

  func exchange(_ question: Question, progress: (Value) -> Void) -> Exchange {
    Exchange(answerOf: table.answer(question.request))
  }

  func implementation(of exercise: String) -> Implementation? {
    table.implementation(of: exercise, variant: nil)
  }

  func variants() throws -> Variants { table.variants }

  func report(_ progress: some Encodable) throws { send(try Value(encoding: progress)) }
}

extension Host {
  /// Calls run in this process, on these functions.
  public static func local(
    _ table: FunctionTable, progress: @escaping @Sendable (Value) -> Void = { _ in }
  ) -> Host {
    Host(LocalFunctions(table: table, send: progress))
  }
}
