import Banks
import Files
import Statistics
import Text

/// The table of points by student and question, and statistics of each quiz.
extension GradeReport {
  /// The points with one line per exam and one column per question, empty where it was not asked.
  ///
  /// A question that was left open has 0 points.
  var pointsCSV: String {
    let columns = quizzes.flatMap { quiz in quiz.questions.map { (quiz.quiz, $0) } }
    let header = ["file", "student", "quiz"] + columns.map { "\($0)/\($1)" } + ["points"]
    let rows = exams.map { exam in
      [exam.file, exam.student, exam.quiz]
        + columns.map { quiz, question in
          known(exam.quiz == quiz && exam.isMarked ? exam.item(question).map(\.earned) : nil)
        } + [known(exam.isMarked ? exam.points : nil)]
    }
    return CSV.text([header] + rows)
  }

  /// The statistics with one line per quiz.
  var quizzesCSV: String {
    let header = [
      "quiz", "exams", "questions", "maximum", "mean", "standardDeviation", "meanPercent", "alpha",
      "kr20", "remarks",
    ]
    let rows = quizzes.map { quiz -> [String] in
      [
        quiz.quiz, String(quiz.examCount), String(quiz.questions.count), known(quiz.maximum),
        decimal(quiz.mean, 4), known(quiz.standardDeviation), decimal(quiz.meanPercentage, 2),
        known(try? quiz.alpha.get()), known(try? quiz.kr20.get()),
        remarks(on: quiz).joined(separator: Phrase("; ", zh: "；")(language)),
      ]
    }
    return CSV.text([header] + rows)
  }

  /// Returns the number of a question in the table of points, from 1.
  func number(of item: ItemStatistics) -> Int? {
    quizzes.first { $0.quiz == item.quiz }?.questions.firstIndex(of: item.question).map { $0 + 1 }
  }

  // MARK: For people

  /// Formats the points of every question in groups of five, as many side by side as fit in 80
  /// columns.
  func pointsLines(of quiz: QuizStatistics) -> [String] {
    let (nameWidth, cellWidth) = (20, 5)
    let heading = Phrase(
      "\(quiz.quiz): points of each question (· left open, – not asked)",
      zh: "\(quiz.quiz)：各题得分（· 未作答，– 未考此题）")
    var lines = [heading(language)]
    let columns = Array(quiz.questions.enumerated())
    for start in stride(from: 0, to: columns.count, by: (80 - nameWidth) / cellWidth) {
      let block = columns[start..<min(start + (80 - nameWidth) / cellWidth, columns.count)]
      let numbers = block.map { padded(String($0.offset + 1), to: cellWidth, .right) }
      lines.append(String(repeating: " ", count: nameWidth) + numbers.joined())
      for exam in exams where exam.quiz == quiz.quiz && exam.isMarked {
        let cells = block.map { padded(cell(exam, $0.element), to: cellWidth, .right) }
        lines.append(fitted(printable(exam.student), to: nameWidth) + cells.joined())
      }
    }
    return lines
  }

  private func cell(_ exam: GradedExam, _ question: String) -> String {
    guard let item = exam.item(question) else { return "–" }
    return item.response == nil ? "·" : pointsText(item.earned)
  }

  /// Describes the mean, standard deviation and reliability in sentences.
  func summaryLines(of quiz: QuizStatistics) -> [String] {
    let of = quiz.maximum.map(pointsText)
    let mean = pointsText(quiz.mean)
    let deviation = quiz.standardDeviation.map(pointsText) ?? "–"
    let percentage = decimal(quiz.meanPercentage, 1)
    let first = Phrase(
      "\(quiz.quiz): mean \(mean)\(of.map { " of \($0)" } ?? "") points (\(percentage) %), "
        + "standard deviation \(deviation) (n − 1), exams: \(quiz.examCount)",
      zh: "\(quiz.quiz)：平均 \(mean) 分\(of.map { "，满分 \($0)" } ?? "")（\(percentage)%），"
        + "标准差 \(deviation)（除以 n−1），答卷数 \(quiz.examCount)")
    return [first(language)] + remarks(on: quiz, withValues: true).map { "  " + $0 }
  }

  /// Returns the coefficients, or the reasons why there are none.
  private func remarks(on quiz: QuizStatistics, withValues: Bool = false) -> [String] {
    [("Cronbach's α", quiz.alpha), ("KR-20", quiz.kr20)].compactMap { name, coefficient in
      switch coefficient {
      case .success(let value): withValues ? "\(name) \(decimal(value, 2))" : nil
      case .failure(.partialCredit):
        Phrase(
          "\(name) does not apply: \(Reliability.Undefined.partialCredit.phrase.english)",
          zh: "\(name) 不适用：\(Reliability.Undefined.partialCredit.phrase.chinese)")(language)
      case .failure(let reason):
        Phrase(
          "\(name) is not defined: \(reason.phrase.english)",
          zh: "\(name) 没有定义：\(reason.phrase.chinese)")(language)
      }
    }
  }
}

extension GradedExam {
  func item(_ question: String) -> Item? { items.first { $0.question == question } }
}

extension GradedExam.Item {
  /// The points of the answer.
  var earned: Double { fraction * Double(points) }
}
