import Banks
import Files
import Foundation
import Text

/// The results of a graded class: a table to read and two CSV files.
struct GradeReport {
  var exams: [GradedExam]
  var statistics: [ItemStatistics]
  var quizzes: [QuizStatistics] = []
  /// What holds of all exams of a quiz.
  var notes: [Phrase] = []
  /// The number of files that could not be graded.
  var damagedCount: Int
  /// The language of remarks and headings; the columns of the CSV files have the same names in
  /// every language.
  var language: Language

  /// The grades with one line per exam.
  var gradesCSV: String {
    let header = [
      "file", "student", "quiz", "seed", "started", "finished", "points", "maximum", "percent",
      "answered", "asked", "seconds", "hints", "remarks",
    ]
    return CSV.text(
      [header]
        + exams.map { exam in
          [
            exam.file, exam.student, exam.quiz, String(exam.seed),
            exam.started.formatted(.iso8601), exam.finished.formatted(.iso8601),
            mark(exam, exam.points, 4), mark(exam, exam.maximum, 4),
            mark(exam, exam.percentage, 2),
            String(exam.answeredCount), String(exam.askedCount), decimal(exam.seconds, 1),
            String(exam.items.count(where: \.usedHint)), text(of: exam.remarks),
          ]
        })
  }

  /// The statistics with one line per question.
  var itemsCSV: String {
    let header = [
      "quiz", "question", "asked", "facility", "discrimination27", "pointBiserial",
      "restCorrelation", "alphaWithout", "open", "meanSeconds", "medianSeconds", "choices",
    ]
    let rows = statistics.map { item -> [String] in
      let choices = item.choices.map { "\($0.answer)\($0.isRight ? "*" : "")=\($0.count)" }
      return [
        item.quiz, item.question, String(item.count), decimal(item.facility, 4),
        known(item.discrimination), known(item.pointBiserial), known(item.restCorrelation),
        known(item.alphaWithout), String(item.openCount), decimal(item.meanSeconds, 1),
        decimal(item.medianSeconds, 1),
        choices.joined(separator: "; "),
      ]
    }
    return CSV.text([header] + rows)
  }

  /// Formats a readable table: exams, quizzes, then questions, with `*` marking the right options.
  ///
  /// - Parameter hasPoints: whether to include the points of each question.
  /// - Returns: the lines.
  func table(hasPoints: Bool = true) -> String {
    var lines: [String] = []
    for exam in exams {
      let remarks = exam.remarks.isEmpty ? "" : "  (\(text(of: exam.remarks)))"
      lines.append(
        "\(fitted(printable(exam.student), to: 24))  \(fitted(exam.quiz, to: 8))  "
          + (exam.isMarked
            ? "\(pointsText(exam.points)) / \(pointsText(exam.maximum))"
              + "  \(decimal(exam.percentage, 1)) %" : "? / ?") + remarks)
    }
    if hasPoints { lines += quizzes.flatMap { [""] + pointsLines(of: $0) } }
    if !quizzes.isEmpty { lines += [""] + quizzes.flatMap { summaryLines(of: $0) } }
    if !statistics.isEmpty { lines += ["", row(Self.headings.map { $0(language) })] }
    for item in statistics {
      let number = number(of: item).map { "\($0) " } ?? ""
      let choices = item.choices.prefix(6)
        .map { "\($0.answer)\($0.isRight ? "*" : "")=\($0.count)" }.joined(separator: " ")
      lines.append(
        row([
          "\(number)\(item.quiz)/\(item.question)", String(item.count), decimal(item.facility, 2),
          item.discrimination.map { decimal($0, 2) } ?? "–",
          item.pointBiserial.map { decimal($0, 2) } ?? "–", decimal(item.medianSeconds, 0),
          choices,
        ]))
    }
    let open = exams.count { !$0.isMarked }
    let count = Phrase(
      "\(exams.count - open) exam\(exams.count - open == 1 ? "" : "s") graded"
        + (open == 0 ? "" : ", \(open) for a person to decide")
        + (damagedCount == 0 ? "." : ", \(damagedCount) damaged."),
      zh: "已评 \(exams.count - open) 份答卷" + (open == 0 ? "" : "，\(open) 份须由人决定")
        + (damagedCount == 0 ? "。" : "，另有 \(damagedCount) 份损坏。"))
    lines += [""] + notes.map { $0(language) } + [count(language)]
    return lines.joined(separator: "\n") + "\n"
  }

  private static let headings = [
    Phrase("question", zh: "题目"), Phrase("asked", zh: "人数"), Phrase("facility", zh: "难度"),
    Phrase("disc. 27 %", zh: "区分度27%"), Phrase("point-bis.", zh: "点二列相关"),
    Phrase("seconds", zh: "秒"), Phrase("choices", zh: "作答分布"),
  ]

  private func row(_ cells: [String]) -> String {
    let widths = [34, 5, 8, 10, 10, 7]
    return zip(cells, widths).enumerated()
      .map { place, cell in
        place == 0 ? fitted(cell.0, to: cell.1) : padded(cell.0, to: cell.1, .right)
      }
      .joined(separator: "  ") + "  " + (cells.last ?? "")
  }

  private func text(of remarks: [Phrase]) -> String {
    remarks.map { $0(language) }.joined(separator: Phrase("; ", zh: "；")(language))
  }

  /// Formats a number of an exam's mark; empty where a person decides on it.
  private func mark(_ exam: GradedExam, _ number: Double, _ decimals: Int) -> String {
    exam.isMarked ? decimal(number, decimals) : ""
  }

  func known(_ number: Double?) -> String { number.map { decimal($0, 4) } ?? "" }

  func decimal(_ number: Double, _ decimals: Int) -> String {
    NumberFormat.decimals(decimals).string(number)
  }
}
