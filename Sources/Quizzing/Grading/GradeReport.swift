import Basics
import Foundation

/// What grading a class gives: a table to read and two files to load.
struct GradeReport {
  var exams: [GradedExam]
  var statistics: [ItemStatistics]
  /// Sentences about the files that could not be graded.
  var damaged: [String]

  /// One line an exam.
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
            decimal(exam.points, 4), decimal(exam.maximum, 4), decimal(exam.percentage, 2),
            String(exam.answeredCount), String(exam.items.count), decimal(exam.seconds, 1),
            String(exam.items.count(where: \.usedHint)), exam.remarks.joined(separator: "; "),
          ]
        })
  }

  /// One line a question.
  var itemsCSV: String {
    let header = [
      "quiz", "question", "asked", "facility", "discrimination27", "pointBiserial",
      "restCorrelation", "open", "meanSeconds", "medianSeconds", "choices",
    ]
    return CSV.text(
      [header]
        + statistics.map { item in
          [
            item.quiz, item.question, String(item.count), decimal(item.facility, 4),
            item.discrimination.map { decimal($0, 4) } ?? "",
            item.pointBiserial.map { decimal($0, 4) } ?? "",
            item.restCorrelation.map { decimal($0, 4) } ?? "", String(item.openCount),
            decimal(item.meanSeconds, 1), decimal(item.medianSeconds, 1),
            item.choices.map { "\($0.answer)\($0.isRight ? "*" : "")=\($0.count)" }
              .joined(separator: "; "),
          ]
        })
  }

  /// The same for people: exams, then questions; `*` marks what is right.
  var table: String {
    var lines: [String] = []
    for exam in exams {
      let remarks = exam.remarks.isEmpty ? "" : "  (\(exam.remarks.joined(separator: "; ")))"
      lines.append(
        "\(fitted(printable(exam.student), to: 24))  \(fitted(exam.quiz, to: 8))  "
          + "\(pointsText(exam.points)) / \(pointsText(exam.maximum))"
          + "  \(decimal(exam.percentage, 1)) %\(remarks)")
    }
    if !statistics.isEmpty {
      lines += [
        "",
        "\(fitted("question", to: 34))  asked  facility  disc. 27 %  point-bis.  seconds  choices",
      ]
    }
    for item in statistics {
      let choices = item.choices.prefix(6)
        .map { "\($0.answer)\($0.isRight ? "*" : "")=\($0.count)" }.joined(separator: " ")
      lines.append(
        [
          fitted("\(item.quiz)/\(item.question)", to: 34),
          padded(String(item.count), to: 5, .right),
          padded(decimal(item.facility, 2), to: 8, .right),
          padded(item.discrimination.map { decimal($0, 2) } ?? "–", to: 10, .right),
          padded(item.pointBiserial.map { decimal($0, 2) } ?? "–", to: 10, .right),
          padded(decimal(item.medianSeconds, 0), to: 7, .right), choices,
        ].joined(separator: "  "))
    }
    let count = "\(exams.count) exam\(exams.count == 1 ? "" : "s") graded"
    lines += ["", damaged.isEmpty ? count + "." : count + ", \(damaged.count) damaged."]
    return lines.joined(separator: "\n") + "\n"
  }

  private func decimal(_ number: Double, _ decimals: Int) -> String {
    NumberFormat.decimals(decimals).string(number)
  }
}
