import Banks
import Files
import Foundation
import Text

/// `course quiz grade ANSWERS…`: points of every exam, and how every question behaved.
struct GradeCommand {
  var context: CommandContext

  func run() throws(CommandFailure) -> Int32 {
    let options = context.options
    guard !options.operands.isEmpty else { throw .usage(.missingOperand("ANSWERS…")) }
    let library = try context.library()
    var banks: [String: Bank] = [:]
    var exams: [GradedExam] = []
    var damaged: [Phrase] = []
    for file in options.operands {
      do {
        let answers = try AnswerFile.read(file)
        guard let entry = library.entry(answers.quiz) else {
          throw AnswerFile.Failure.damaged(
            path: file,
            reason: Phrase(
              "there is no quiz “\(printable(answers.quiz))”",
              zh: "没有测验“\(printable(answers.quiz))”"))
        }
        let bank = try banks[entry.id] ?? context.bank(entry)
        banks[entry.id] = bank
        exams.append(
          try GradedExam(
            answers, file: file, bank: bank, scoring: options.scoring ?? .perOption,
            expecting: .init(seed: options.seed, timeLimit: options.timeLimit)))
      } catch let failure as CommandFailure {
        throw failure
      } catch let error as TemplateError {
        damaged.append(AnswerFile.Failure.damaged(path: file, reason: error.phrase).phrase)
      } catch let error as any PhrasedError {
        damaged.append(error.phrase)
      } catch {
        damaged.append(Phrase("\(file): \(error)", zh: "\(file): \(error)"))
      }
    }
    let statistics = banks.values.sorted { $0.id < $1.id }.flatMap { bank in
      ItemStatistics.all(exams.filter { $0.quiz == bank.id }, bank: bank)
    }
    let report = GradeReport(
      exams: exams, statistics: statistics, damagedCount: damaged.count,
      language: context.language)
    try write(report)
    for fault in damaged { writeError(fault(context.language) + "\n") }
    return damaged.isEmpty ? ExitCode.success : ExitCode.data
  }

  private func write(_ report: GradeReport) throws(CommandFailure) {
    guard let out = context.options.out, out != "-" else {
      writeOut(context.options.out == "-" ? report.gradesCSV : report.table)
      return
    }
    let stem = out.hasSuffix(".csv") ? String(out.dropLast(4)) : out
    try CommandFailure.write(report.gradesCSV, to: out)
    try CommandFailure.write(report.itemsCSV, to: context.options.items ?? stem + "-items.csv")
    writeOut(report.table)
  }
}

extension CommandFailure {
  /// Writes a file as a whole.
  static func write(_ text: String, to path: String) throws(CommandFailure) {
    try write(Data(text.utf8), to: path)
  }

  static func write(_ data: Data, to path: String) throws(CommandFailure) {
    do {
      try writeFile(data, to: path)
    } catch {
      throw .output(path: path)
    }
  }
}
