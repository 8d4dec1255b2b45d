import Banks
import Text

/// A difference between an exported quiz and the questions and scores of the course itself.
enum ExportLoss: Equatable {
  /// Questions with several right options give all points or none.
  case scoring
  /// All questions are worth the same.
  case points([String])
  case hints([String])
  case tags
  /// The program shuffles options that should keep their places.
  case places([String])
  /// The program shuffles no options, because some should keep their places.
  case shuffling([String])
  /// Typed answers are compared character by character.
  case spellings([String])
  /// Each pool is a category, and the quiz must be set up to draw one question from it.
  case pools([String])
  /// Versions that differ only in their options are left out.
  case versions([String])
  /// Numbers are compared as text.
  case numbers([String])
  /// Some readers of the format know no negative numbers.
  case negativeNumbers([String])
  /// The program shows its own words for true and false.
  case truthWords([String])
  /// Nothing tells which options keep their places.
  case keptPlaces([String])
  /// The references to read again are left out.
  case references([String])
  /// Only the text of a picture is shown.
  case pictures([String])

  var phrase: Phrase {
    switch self {
    case .scoring:
      Phrase(
        "several right options: the file gives all points or none, as --scoring all-or-nothing does; "
          + "a platform may have a rule of its own",
        zh: "多选题：文件规定全对才得分，相当于 --scoring all-or-nothing；平台可能另有规则")
    case .points(let ids):
      Phrase(
        "points are lost, every question counts 1: \(ids.firstNames)",
        zh: "分值丢失，每题一律计 1 分：\(ids.firstNames)")
    case .hints(let ids):
      Phrase("hints are lost: \(ids.firstNames)", zh: "提示丢失：\(ids.firstNames)")
    case .tags: Phrase("tags are lost", zh: "标签丢失")
    case .places(let ids):
      Phrase(
        "options that keep their places may be shuffled: \(ids.firstNames)",
        zh: "本应固定位置的选项可能被打乱：\(ids.firstNames)")
    case .shuffling(let ids):
      Phrase(
        "options stand for everybody as the seed orders them, since some keep their places: "
          + ids.firstNames,
        zh: "有选项须固定位置，因此所有人看到的选项顺序都由种子决定：\(ids.firstNames)")
    case .spellings(let ids):
      Phrase(
        "typed answers are compared as texts, in the usual spellings: \(ids.firstNames)",
        zh: "填写的答案按文本比较，只认常见写法：\(ids.firstNames)")
    case .pools(let ids):
      Phrase(
        "versions stand in categories of their own: add one random question of each to the quiz: "
          + ids.firstNames,
        zh: "各版本放在单独的类别中，请在测验里从每个类别加一道随机题：\(ids.firstNames)")
    case .versions(let ids):
      Phrase(
        "versions with the same text are left out, as text2qti refuses them: \(ids.firstNames)",
        zh: "text2qti 不接受题干相同的题，这些版本只保留一个：\(ids.firstNames)")
    case .numbers(let ids):
      Phrase(
        "numbers too fine for text2qti are compared as texts: \(ids.firstNames)",
        zh: "text2qti 无法表示的精细数值按文本比较：\(ids.firstNames)")
    case .negativeNumbers(let ids):
      Phrase(
        "negative numbers are read by Moodle, but not by every program that reads GIFT: "
          + ids.firstNames,
        zh: "Moodle 能读负数，但有些读取 GIFT 的程序不能：\(ids.firstNames)")
    case .truthWords(let ids):
      Phrase(
        "the platform shows its own words for true and false: \(ids.firstNames)",
        zh: "判断题的“对”“错”改用平台自己的文字：\(ids.firstNames)")
    case .keptPlaces(let ids):
      Phrase(
        "nothing tells which options keep their places: \(ids.firstNames)",
        zh: "没有注明哪些选项须固定位置：\(ids.firstNames)")
    case .references(let ids):
      Phrase(
        "the references to read again are lost: \(ids.firstNames)",
        zh: "“建议重读”的出处丢失：\(ids.firstNames)")
    case .pictures(let ids):
      Phrase(
        "pictures are lost, their texts are shown: \(ids.firstNames)",
        zh: "图片丢失，改为显示其文本：\(ids.firstNames)")
    }
  }
}

extension ExportedQuiz {
  /// Returns every difference that the format, or the program that reads it, makes for these
  /// questions.
  ///
  /// - Parameters:
  ///   - format: the format.
  ///   - isPackage: whether other files can accompany the quiz.
  /// - Returns: the differences that affect at least one question.
  func losses(_ format: ExportFormat, isPackage: Bool = false) -> [ExportLoss] {
    var losses: [ExportLoss] = []
    if [.gift, .text2qti, .anki].contains(format) || (format == .qti12 && !isPackage) {
      losses.add(ExportLoss.pictures, ids { !$0.question.pictures.isEmpty })
    }
    losses += lossesOfFields(format)
    if format.isForPlatforms { losses += lossesOnPlatforms(format) }
    return losses
  }

  /// What the author wrote of a question, and the format has no place for.
  private func lossesOfFields(_ format: ExportFormat) -> [ExportLoss] {
    var losses: [ExportLoss] = []
    if format == .gift || format == .anki {
      losses.add(ExportLoss.points, ids { $0.question.points != 1 })
    }
    switch format {
    case .moodleXML, .csv: break
    case .json: if !includesAnswers { losses.add(ExportLoss.hints, ids { $0.hint != nil }) }
    default: losses.add(ExportLoss.hints, ids { $0.hint != nil })
    }
    if [.qti12, .text2qti, .markdown].contains(format),
      questions.contains(where: { !$0.question.tags.isEmpty })
    {
      losses.append(.tags)
    }
    if format != .json { losses.add(ExportLoss.references, ids { $0.question.read != nil }) }
    if format == .csv { losses.add(ExportLoss.keptPlaces, keepers) }
    return losses
  }

  /// What the programs do differently that ask the questions and award the points.
  private func lossesOnPlatforms(_ format: ExportFormat) -> [ExportLoss] {
    var losses: [ExportLoss] = []
    if format == .qti12 || format == .text2qti {
      if questions.contains(where: { $0.question.kind == .several }) { losses.append(.scoring) }
      losses.add(ExportLoss.shuffling, keepers)
    }
    if format == .gift {
      losses.add(ExportLoss.places, keepers)
      losses.add(ExportLoss.negativeNumbers, ids(\.holdsNegativeNumbers))
    }
    if format == .moodleXML {
      losses.add(ExportLoss.shuffling, ids { $0.question.keepsPlaces && !$0.question.keepsAll })
    }
    if format == .gift || format == .moodleXML {
      losses.add(ExportLoss.pools, pools.filter(\.isChoice).map(\.id))
      let isOfTheCourse = BankLanguage(bank.language.interface) == bank.language
      losses.add(ExportLoss.truthWords, isOfTheCourse ? [] : ids { $0.question.kind == .trueFalse })
    }
    losses.add(
      ExportLoss.spellings, ids { $0.question.kind == .shape || $0.question.kind == .text })
    if format == .text2qti {
      let doubled = pools.filter { $0.versionsOfOtherTexts.count < $0.versions.count }
      losses.add(ExportLoss.versions, doubled.map(\.id))
      losses.add(ExportLoss.numbers, ids { !Text2QTIWriter.holdsNumber(of: $0) })
    }
    return losses
  }
}

extension PosedQuestion {
  /// Whether a number that is accepted, or known to be wrong, is below zero.
  fileprivate var holdsNegativeNumbers: Bool {
    question.kind == .number && options.flatMap(acceptedNumbers).contains { $0.text.hasPrefix("-") }
  }
}

extension [ExportLoss] {
  /// Appends a difference if it affects any question.
  fileprivate mutating func add(_ loss: ([String]) -> ExportLoss, _ ids: [String]) {
    if !ids.isEmpty { append(loss(ids)) }
  }
}
