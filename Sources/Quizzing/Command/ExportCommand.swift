import Banks
import Commands
import Foundation
import Text

/// `course quiz export ID|FILE --format …`: writes a bank for another program or to show a class.
struct ExportCommand {
  var context: CommandContext

  func run() throws(CommandError) -> ExitCode {
    let options = context.options
    if options.isKeyless { return try writeKeyless() }
    guard let format = options.format ?? (options.withoutAnswers ? .markdown : nil) else {
      throw .missingOption(Phrase("--format FORMAT", zh: "--format 格式"))
    }
    if options.withoutAnswers, !format.canOmitAnswers {
      throw .usage(
        Phrase(
          "the format \(format.rawValue) cannot hold questions without answers: use markdown or json",
          zh: "格式 \(format.rawValue) 必须带答案；不带答案时请用 markdown 或 json"))
    }
    let bank = try bank(options.operands[0])
    if !options.withoutAnswers { try checkSeeds(of: bank) }
    let quiz: ExportedQuiz
    let data: Data
    let isArchive = options.out?.hasSuffix(".zip") == true
    if format.isPackage, !isArchive { throw .usage(ExportError.isPackage.phrase) }
    let isPackage = isArchive && (format == .qti12 || format == .qti21)
    do {
      quiz = try ExportedQuiz(
        bank, seed: options.drawnSeed ?? 1, versionCount: options.versionCount ?? 1,
        includesAnswers: !options.withoutAnswers)
      data = try isPackage ? quiz.package(format) : Data(quiz.text(format).utf8)
    } catch {
      throw .data(Phrase(of: error).prefixed("\(bank.file): "))
    }
    if let out = options.out, out != "-" {
      try CommandError.write(data, to: out)
    } else {
      writeOut(String(decoding: data, as: UTF8.self))
    }
    for loss in quiz.losses(format, isPackage: isPackage) {
      let note = Phrase("note: ", zh: "注意：")(context.language) + loss.phrase(context.language)
      writeError(TextWrapping.hanging(note, width: 80) + "\n")
    }
    return .success
  }

  /// Requires that a key shows no exam that is not handed in yet.
  private func checkSeeds(of bank: Bank) throws(CommandError) {
    let options = context.options
    guard let progress = context.store.peek() else { return }
    let keys = bank.questions.map { "\(bank.id)/\($0.id)" }
    let first = options.drawnSeed ?? 1
    let seeds = first..<(first + (options.versionCount ?? 1))
    guard let seed = seeds.first(where: { progress.isOpenExam($0, keys) }) else { return }
    throw .usage(
      Phrase(
        "seed \(seed) is that of an exam which is not handed in yet: export its key afterwards, or its "
          + "questions with --without-answers",
        zh: "种子 \(seed) 属于一场尚未交卷的考试：请在交卷后导出答案，或用 --without-answers 只导出题目"))
  }

  private func writeKeyless() throws(CommandError) -> ExitCode {
    let options = context.options
    guard options.format == nil, !options.withoutAnswers else {
      throw .usage(
        Phrase(
          "--keyless is a form of its own: leave --format and --without-answers out",
          zh: "--keyless 自成一种格式：请去掉 --format 和 --without-answers"))
    }
    guard options.versionCount == nil else { throw .conflict("--keyless", "--seeds") }
    guard let seed = options.drawnSeed else {
      throw .missingOption(Phrase("--seed N", zh: "--seed N"))
    }
    let bank = try bank(options.operands[0])
    let text: String
    do {
      text = try KeylessWriter(bank: bank, seed: seed).text()
    } catch {
      throw .data(Phrase(of: error).prefixed("\(bank.file): "))
    }
    if let out = options.out, out != "-" {
      try CommandError.write(text, to: out)
    } else {
      writeOut(text)
    }
    let note = Phrase(
      "note: this file asks the values of one seed; write another file for each other seed",
      zh: "注意：该文件只含一个种子的数值；其他种子请另行导出")
    if bank.questions.contains(where: \.isTemplate) {
      writeError(TextWrapping.hanging(note(context.language), width: 80) + "\n")
    }
    return .success
  }

  private func bank(_ operand: String) throws(CommandError) -> Bank {
    let bank =
      operand.hasSuffix(".md")
      ? try context.bank(file: operand) : try context.bank(try context.entry(operand))
    guard bank.keyless == nil else {
      throw .usage(
        Phrase(
          "\(bank.file) has no keys: export the bank itself", zh: "\(bank.file) 不含答案：请导出原题库"))
    }
    return bank
  }
}
