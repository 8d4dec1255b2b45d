import Banks
import Foundation
import Text

/// `course quiz export ID|FILE --format …`: a bank for another program, or for a class to see.
struct ExportCommand {
  var context: CommandContext

  func run() throws(CommandFailure) -> Int32 {
    let options = context.options
    guard let operand = options.operands.first else { throw .usage(.missingOperand("ID")) }
    if options.operands.count > 1 { throw .usage(.unexpectedWord(options.operands[1])) }
    let name = options.format ?? (options.withoutAnswers ? "markdown" : "")
    guard let format = ExportFormat(rawValue: name) else {
      let known = ExportFormat.allCases.map(\.rawValue).joined(separator: ", ")
      throw .usage(.badValue("--format", name, expected: known))
    }
    if options.withoutAnswers, !format.canOmitAnswers {
      throw .usage(.answersNeeded(format: format.rawValue))
    }
    let bank = try bank(operand)
    let quiz: ExportedQuiz
    let data: Data
    let isPackage = format == .qti12 && options.out?.hasSuffix(".zip") == true
    do {
      quiz = try ExportedQuiz(
        bank, seed: options.seed ?? 1, includesAnswers: !options.withoutAnswers)
      data = try isPackage ? quiz.package() : Data(quiz.text(format).utf8)
    } catch let error as any PhrasedError {
      throw .data(["\(bank.file): \(error.phrase(context.language))"])
    } catch {
      throw .data(["\(bank.file): \(error)"])
    }
    if let out = options.out, out != "-" {
      try CommandFailure.write(data, to: out)
    } else {
      writeOut(String(decoding: data, as: UTF8.self))
    }
    return ExitCode.success
  }

  private func bank(_ operand: String) throws(CommandFailure) -> Bank {
    if operand.hasSuffix(".md") { return try context.bank(file: operand) }
    let library = try context.library()
    guard let entry = library.entry(operand) else {
      throw .missing(.unknownQuiz(operand, known: library.entries.map(\.id)))
    }
    return try context.bank(entry)
  }
}
