import Banks
import Commands
import Files
import Foundation
import Text

/// `course quiz grade ANSWERS…`: reports the points of every exam and the statistics of every
/// question.
struct GradeCommand {
  var context: CommandContext

  func run() throws(CommandError) -> ExitCode {
    let options = context.options
    let library = try context.library()
    var banks: [String: Bank] = [:]
    var translations: [String: [Bank]] = [:]
    var exams: [GradedExam] = []
    var damaged: [Phrase] = []
    var files: [(path: String, answers: AnswerFile)] = []
    for path in options.operands {
      do throws(AnswerFile.Failure) {
        files.append((path, try AnswerFile.read(path)))
      } catch {
        damaged.append(error.phrase)
      }
    }
    // Files that spell the quiz's name differently belong to the same class.
    let usualCounts = Dictionary(grouping: files.map(\.answers)) { $0.quiz.lowercased() }
      .mapValues(\.usualCount)
    for (file, answers) in files {
      do {
        guard let entry = library.entry(answers.quiz) else {
          throw AnswerFile.Failure.damaged(
            path: file,
            reason: Phrase(
              "there is no quiz “\(printable(answers.quiz))”",
              zh: "没有测验“\(printable(answers.quiz))”"))
        }
        let bank = try banks[entry.id] ?? context.bank(entry)
        guard bank.keyless == nil else {
          throw CommandError.usage(
            Phrase(
              "\(bank.file) has no keys: name the folder of the banks themselves with --banks",
              zh: "\(bank.file) 不含答案：请用 --banks 指定原题库的目录"))
        }
        banks[entry.id] = bank
        if translations[entry.id] == nil, answers.bank != bank.structureFingerprint {
          translations[entry.id] = entry.files.filter { $0.key != bank.language }.values.sorted()
            .compactMap { Bank.read($0).bank }
        }
        exams.append(
          try GradedExam(
            answers, file: file, bank: bank, translations: translations[entry.id] ?? [],
            scoring: options.scoring ?? .standard,
            expecting: .init(
              seed: options.drawnSeed, count: options.count,
              usualCount: usualCounts[answers.quiz.lowercased()] ?? nil,
              timeLimit: options.timeLimit)))
      } catch let failure as CommandError {
        throw failure
      } catch let error as TemplateError {
        damaged.append(AnswerFile.Failure.damaged(path: file, reason: error.phrase).phrase)
      } catch let error as any PhrasedError {
        damaged.append(error.phrase)
      } catch {
        damaged.append(Phrase(reporting: error).prefixed("\(file): "))
      }
    }
    exams.remarkOnEachOther()
    let sorted = banks.values.sorted { $0.id < $1.id }
      .map { bank in (bank, exams.filter { $0.quiz == bank.id && $0.isCounted }) }
    let report = GradeReport(
      exams: exams, statistics: sorted.flatMap { ItemStatistics.all($1, bank: $0) },
      quizzes: sorted.compactMap { QuizStatistics($1, questions: $0.questions.map(\.id)) },
      notes: sorted.compactMap { bank, _ in
        usualCounts[bank.id.lowercased()].flatMap { counted(bank, $0) }
      },
      damagedCount: damaged.count, language: context.language)
    try write(report)
    try writeResults(of: exams)
    for fault in damaged {
      writeError(Program.sentence(of: CommandError.data(fault), context.language) + "\n")
    }
    return damaged.isEmpty ? .success : .data
  }

  /// Returns a note on the number of questions that the files themselves gave.
  private func counted(_ bank: Bank, _ usualCount: Int?) -> Phrase? {
    guard let usualCount, context.options.count == nil, usualCount < bank.questions.count else {
      return nil
    }
    return Phrase(
      "\(bank.id): \(usualCount) of \(bank.questions.count) questions count, as most files say; "
        + "to be sure, name the number with --questions.",
      zh: "\(bank.id)：题库有 \(bank.questions.count) 题，按多数答卷只计 \(usualCount) 题；"
        + "要确保无误，请用 --questions 指明题数。")
  }

  /// Writes the file that brings each student's mistakes into the review.
  private func writeResults(of exams: [GradedExam]) throws(CommandError) {
    let exams = exams.filter(\.isMarked)
    guard let folder = context.options.results, !exams.isEmpty else { return }
    do {
      try CommandError.creating(folder) {
        try FileManager.default.createDirectory(
          atPath: folder, withIntermediateDirectories: true)
      }
    } catch let error as CommandError {
      throw error
    } catch {
      throw .cannotCreate(path: folder, reason: Phrase(of: error))
    }
    var taken: Set<String> = []
    for exam in exams {
      let name = ResultFile.name(of: exam, taken: &taken)
      try CommandError.write(ResultFile(exam).data(), to: folder + "/" + name)
    }
    writeError(context.phrases(.resultsWritten(exams.count, in: printable(folder))) + "\n")
  }

  private func write(_ report: GradeReport) throws(CommandError) {
    guard let out = context.options.out, out != "-" else {
      writeOut(context.options.out == "-" ? report.gradesCSV : report.table())
      return
    }
    let stem = out.hasSuffix(".csv") ? String(out.dropLast(4)) : out
    try CommandError.write(report.gradesCSV, to: out)
    try CommandError.write(report.itemsCSV, to: context.options.items ?? stem + "-items.csv")
    try CommandError.write(report.pointsCSV, to: stem + "-questions.csv")
    try CommandError.write(report.quizzesCSV, to: stem + "-quizzes.csv")
    writeOut(report.table(hasPoints: false))
  }
}

extension CommandError {
  /// Writes a file atomically.
  static func write(_ text: String, to path: String) throws(CommandError) {
    try write(Data(text.utf8), to: path)
  }

  static func write(_ data: Data, to path: String) throws(CommandError) {
    do {
      try creating(path) { try writeFile(data, to: path) }
    } catch let error as CommandError {
      throw error
    } catch {
      throw .cannotCreate(path: path, reason: Phrase(of: error))
    }
  }
}

extension Phrase {
  /// Returns the sentence prefixed with the place that it refers to.
  func prefixed(_ place: String) -> Phrase { Phrase(place + english, zh: place + chinese) }
}
