import Banks
import Foundation
import Text

/// An answer file with its points.
struct GradedExam: Equatable, Sendable {
  struct Item: Equatable, Sendable {
    var question: String
    var response: Response?
    /// The fraction of the question's points, from 0 to 1.
    var fraction: Double
    var points: Int
    var seconds: Double
    var usedHint: Bool
  }

  var file: String
  var student: String
  var quiz: String
  var seed: Int
  var started: Date
  var finished: Date
  /// The questions determined by the seed and the number, answered or not.
  var items: [Item]
  /// The number of this quiz's questions in the file.
  var askedCount = 0
  /// Whether the mark is known; otherwise a person decides on it, and no number stands for it.
  var isMarked = true
  /// Whether the statistics count this file, which is only one of the files of each person.
  var isCounted = true
  /// Remarks on this file for the instructor.
  var remarks: [Phrase] = []

  var points: Double { items.reduce(0) { $0 + $1.fraction * Double($1.points) } }
  var maximum: Double { items.reduce(0) { $0 + Double($1.points) } }
  var percentage: Double { maximum > 0 ? 100 * points / maximum : 0 }
  var seconds: Double { items.reduce(0) { $0 + $1.seconds } }
  var answeredCount: Int { items.count { $0.response != nil } }

  /// The instructor's expectations of every file.
  struct Expectations {
    var seed: Int?
    /// The number of questions.
    var count: Int?
    /// The number of questions that several files of the class agree on, used where none is given.
    var usualCount: Int?
    /// The time of the grading.
    var now = Date()
    /// The time limit in seconds.
    var timeLimit: Double?
  }

  /// - Parameters:
  ///   - answers: the content of the answer file.
  ///   - file: the path that it was read from.
  ///   - bank: the bank with its keys.
  ///   - translations: the bank in other languages, in one of which an exam without keys was asked.
  ///   - scoring: how questions with several right options are scored.
  ///   - expectations: the instructor's expectations of every file.
  /// - Throws: ``TemplateError`` when no values can be drawn with the seed.
  init(
    _ answers: AnswerFile, file: String, bank: Bank, translations: [Bank] = [],
    scoring: ScoringScheme, expecting expectations: Expectations
  ) throws(TemplateError) {
    self.file = file
    let name = file.split(separator: "/").last.map(String.init) ?? file
    student = answers.student ?? (name.hasSuffix(".json") ? String(name.dropLast(5)) : name)
    quiz = bank.id
    seed = answers.seed
    started = answers.started
    finished = answers.finished
    items = []
    let questions = Dictionary(
      bank.questions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var given: [String: AnswerFile.Answer] = [:]
    for answer in answers.answers {
      if questions[answer.question] == nil {
        let name = printable(answer.question)
        remarks.append(Phrase("unknown question “\(name)”", zh: "没有题目“\(name)”"))
      } else {
        given[answer.question] = answer
      }
    }
    askedCount = given.count
    var isSameBank = answers.bank == bank.structureFingerprint
    for shown in [bank] + translations where !isSameBank {
      isSameBank = answers.bank == (try? shown.shownFingerprint(seed: answers.seed))
    }
    let whole = answers.statedCount >= bank.questions.count ? bank.questions.count : nil
    let count = expectations.count ?? expectations.usualCount ?? whole
    // Where nobody knows the number, nobody knows the draw.
    var drawn = bank.questions.filter { given[$0.id] != nil }
    if let count {
      drawn = QuestionDraw.choose(bank.questions, count: count, seed: answers.seed)
    }
    var fillCount = 0
    if !isSameBank {
      // The selection made by the seed in another version of the bank is unknown: the questions in
      // the file count, filled up to the number of questions with ones that it lacks.
      let others = drawn.filter { given[$0.id] == nil }
        .prefix(max(0, (count ?? 0) - answers.answers.count))
      fillCount = others.count
      drawn = answers.answers.compactMap { questions[$0.question] } + others
    }
    var reordered: [String] = []
    for question in drawn {
      let posed = try PosedQuestion(question, seed: answers.seed)
      let answer = given.removeValue(forKey: question.id)
      let given = answer?.inBankOrder(version: answers.version, posed, isSameBank: isSameBank)
      let response = given?.response
      items.append(
        Item(
          question: question.id, response: response,
          fraction: response.map { posed.judge($0, scoring).fraction } ?? 0,
          points: question.points, seconds: answer?.seconds ?? 0,
          usedHint: answer?.usedHint ?? false))
      note(response, of: question)
      if given?.isAsTheSeedShows == false { reordered.append(question.id) }
    }
    noteOrder(of: reordered)
    noteQuestions(
      isSameBank,
      missing: isSameBank ? drawn.count - askedCount + given.count : fillCount,
      extra: given.keys.sorted())
    if expectations.count == nil {
      noteCount(of: bank.questions.count, count, class: expectations.usualCount)
    }
    if answers.version < 2 {
      remarks.append(
        Phrase(
          "has the form of earlier versions, which does not say what was shown",
          zh: "答卷是旧格式，没有记录选项的显示顺序"))
    }
    if let seed = expectations.seed, seed != answers.seed {
      remarks.append(
        Phrase(
          "has seed \(answers.seed), expected \(seed)",
          zh: "随机种子为 \(answers.seed)，应为 \(seed)"))
    }
    noteClock(answers, expectations)
  }

  // MARK: Remarks

  /// Adds a remark on fewer questions than the bank has and than the class was asked; a number that
  /// nobody but the file states gives no mark, since whoever cuts the file can state it too.
  private mutating func noteCount(of wholeCount: Int, _ count: Int?, class usualCount: Int?) {
    guard count != nil else {
      isMarked = false
      remarks.append(
        Phrase(
          "has \(askedCount) of \(wholeCount) questions, and no other file says how many were asked: "
            + "name their number with --questions; the mark is for a person to decide",
          zh: "题库有 \(wholeCount) 题，答卷只有 \(askedCount) 题，没有其他答卷可证实应考几题："
            + "请用 --questions 指明题数；成绩须由人决定"))
      return
    }
    if askedCount < wholeCount, askedCount != usualCount {
      remarks.append(
        Phrase(
          "was asked \(askedCount) of \(wholeCount) questions",
          zh: "题库有 \(wholeCount) 题，只考了 \(askedCount) 题"))
    }
  }

  private mutating func noteOrder(of questions: [String]) {
    guard !questions.isEmpty else { return }
    isMarked = false
    let names = questions.firstNames
    remarks.append(
      Phrase(
        "lists options in another order than seed \(seed) shows (\(names)): "
          + "the file or the bank was changed; the mark is for a person to decide",
        zh: "选项顺序与种子 \(seed) 显示的不同（\(names)）：答卷或题库被改动过；成绩须由人决定"))
  }

  private mutating func note(_ response: Response?, of question: Question) {
    guard case .choices(let places)? = response, !question.kind.isTyped,
      let place = places.first(where: { !question.options.indices.contains($0) })
    else { return }
    remarks.append(
      Phrase(
        "“\(question.id)” has no option \(place + 1)", zh: "题目“\(question.id)”没有选项 \(place + 1)"))
  }

  /// Adds remarks when the questions are not those that the seed selects.
  private mutating func noteQuestions(_ isSameBank: Bool, missing: Int, extra: [String]) {
    guard isSameBank else {
      remarks.append(Phrase("answered another version of the bank", zh: "作答时用的是另一版题库"))
      if missing > 0 {
        remarks.append(
          Phrase(
            "lacks \(missing) of the questions that were asked (0 points)",
            zh: "比应考的题数少 \(missing) 题（计 0 分）"))
      }
      return
    }
    if missing > 0 {
      remarks.append(
        Phrase(
          "lacks \(missing) of the questions that seed \(seed) gives (0 points)",
          zh: "缺少种子 \(seed) 应抽到的 \(missing) 题（计 0 分）"))
    }
    if !extra.isEmpty {
      let names = extra.joined(separator: ", ")
      remarks.append(
        Phrase(
          "seed \(seed) does not give \(names) (not counted)", zh: "种子 \(seed) 不会抽到 \(names)（不计分）"))
    }
  }

  private mutating func noteClock(_ answers: AnswerFile, _ expectations: Expectations) {
    let duration = finished.timeIntervalSince(started)
    // Two seconds of grace for handing in.
    if let limit = expectations.timeLimit, duration > limit + 2 {
      remarks.append(
        Phrase(
          "took \(clockText(duration)), allowed \(clockText(limit))",
          zh: "用时 \(clockText(duration))，限时 \(clockText(limit))"))
    }
    if duration < 0 {
      remarks.append(Phrase("finished before it started", zh: "结束时间早于开始时间"))
      return
    }
    // Start and end are rounded to whole seconds, so each may be off by one.
    let answering = answers.answers.reduce(0) { $0 + $1.seconds }
    if answering > duration + 2 {
      remarks.append(
        Phrase(
          "its answers took \(clockText(answering)), the whole exam \(clockText(duration)): "
            + "a clock was changed",
          zh: "各题共用时 \(clockText(answering))，整场考试却只有 \(clockText(duration))：时间被改动过"))
    }
    // An hour of tolerance for a clock that is not quite right.
    if finished.timeIntervalSince(expectations.now) > 3600 {
      remarks.append(Phrase("finished in the future", zh: "结束时间在将来"))
    }
  }
}
