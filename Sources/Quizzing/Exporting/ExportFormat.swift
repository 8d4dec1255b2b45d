import Banks
import Foundation
import Text

/// The formats that other programs read.
enum ExportFormat: String, CaseIterable {
  /// Moodle's text format.
  case gift
  /// Moodle's XML format, which also carries points, tags and hints.
  case moodleXML = "moodle-xml"
  /// IMS Question & Test Interoperability 1.2, as Canvas, Blackboard and Sakai import it.
  case qti12
  /// IMS Question & Test Interoperability 2.1, a package of items and a test.
  case qti21
  /// The Markdown format that the program text2qti converts to QTI.
  case text2qti
  /// Notes for Anki, as tab-separated text.
  case anki
  /// A table with one row per question.
  case csv
  case json
  /// The bank's own format, with the values filled in.
  case markdown

  /// Whether the format can represent a question without its answer.
  var canOmitAnswers: Bool { self == .json || self == .markdown }

  /// Whether the format is for programs that ask the questions and award the points.
  var isForPlatforms: Bool {
    switch self {
    case .gift, .moodleXML, .qti12, .qti21, .text2qti: true
    case .anki, .csv, .json, .markdown: false
    }
  }

  /// Whether the format consists of several files and needs a ZIP archive.
  var isPackage: Bool { self == .qti21 }
}

/// A bank whose values are drawn, ready to be written in any format.
struct ExportedQuiz {
  var bank: Bank
  /// The questions with their options in the order that the seed gives, as the runner shows them: a
  /// hand-out or another program should not reveal where the right option stands in the bank.
  var questions: [PosedQuestion] { pools.flatMap(\.versions) }
  var pools: [Pool]
  var seed: Int
  var includesAnswers: Bool
  /// The pictures beside the bank, by name.
  var pictures: [String: Data]

  /// A question in several versions, of which each learner is asked one.
  struct Pool {
    var id: String
    /// The versions; a single one where no numbers are drawn.
    var versions: [PosedQuestion]
    var isChoice: Bool { versions.count > 1 }
    /// The first version with each text; the others differ from one of these only in their options.
    var versionsOfOtherTexts: [PosedQuestion] {
      versions.reduce(into: []) { kept, posed in
        if !kept.contains(where: { $0.text == posed.text }) { kept.append(posed) }
      }
    }
  }

  /// Draws up to `versionCount` versions of every template, with consecutive seeds from `seed`.
  init(
    _ bank: Bank, seed: Int, versionCount: Int = 1, includesAnswers: Bool
  ) throws(TemplateError) {
    self.bank = bank
    self.seed = seed
    self.includesAnswers = includesAnswers
    pictures = bank.pictures
    pools = []
    for question in bank.questions {
      var versions: [(seed: Int, posed: PosedQuestion)] = []
      for seed in seed..<(seed + (question.isTemplate ? versionCount : 1)) {
        let posed = try PosedQuestion(question, seed: seed)
        // If there are few values to draw from, the same ones recur.
        if !versions.contains(where: { $0.posed.reads(as: posed) }) {
          versions.append((seed, posed))
        }
      }
      pools.append(
        Pool(
          id: question.id,
          versions: versions.map { version in
            versions.count > 1
              ? version.posed.named("\(question.id)-seed\(version.seed)") : version.posed
          }))
    }
  }

  /// The ids of the questions some of whose options keep their places.
  var keepers: [String] { ids(\.question.keepsPlaces) }

  /// Returns the ids of the questions with a matching version.
  func ids(_ isMeant: (PosedQuestion) -> Bool) -> [String] {
    pools.filter { $0.versions.contains(where: isMeant) }.map(\.id)
  }

  /// Whether a program that can only shuffle the options of all questions or of none may shuffle
  /// them.
  var mayBeShuffled: Bool { keepers.isEmpty }

  /// Returns the identifier of a question in other programs, the same in every export.
  ///
  ///     C1W2/flatten-image/en
  func stableID(of posed: PosedQuestion) -> String {
    "\(bank.id)/\(posed.question.id)/\(bank.language.code)"
  }

  /// - Throws: ``ExportError`` when the format cannot represent a question, or is not a single
  ///   file.
  func text(_ format: ExportFormat) throws(ExportError) -> String {
    switch format {
    case .gift: try GIFTWriter(quiz: self).text()
    case .moodleXML: try MoodleXMLWriter(quiz: self).text()
    case .qti12: QTIWriter(quiz: self).text()
    case .qti21: throw .isPackage
    case .text2qti: Text2QTIWriter(quiz: self).text()
    case .anki: AnkiWriter(quiz: self).text()
    case .csv: CSVWriter(quiz: self).text()
    case .json: try JSONWriter(quiz: self).text()
    case .markdown: MarkdownWriter(quiz: self).text()
    }
  }
}

/// The reasons why a bank cannot be exported in a format.
enum ExportError: PhrasedError, Equatable {
  case noFraction(question: String, count: Int)
  case notEncodable
  case isPackage

  var phrase: Phrase {
    switch self {
    case .noFraction(let question, let count):
      Phrase(
        "the question “\(question)” has \(count) options of one kind: "
          + "Moodle has no fraction 1/\(count)",
        zh: "题目“\(question)”有 \(count) 个同类选项：Moodle 没有 1/\(count) 这种分值")
    case .notEncodable:
      Phrase("the bank cannot be written as JSON", zh: "题库无法写成 JSON")
    case .isPackage:
      Phrase(
        "the format qti21 is several files: name a package with --out FILE.zip",
        zh: "格式 qti21 由多个文件组成：请用 --out 文件.zip 指定打包文件")
    }
  }
}

/// The grades that Moodle accepts for an answer.
enum MoodleFraction {
  /// From Moodle's question/engine/bank.php, in per cent and with its five decimals.
  static let accepted = [
    "100", "90", "83.33333", "80", "75", "70", "66.66667", "60", "50", "40", "33.33333", "30",
    "25", "20", "16.66667", "14.28571", "12.5", "11.11111", "10", "5",
  ]

  /// Returns the grade for one of `count` equal parts, such as `33.33333` for 3.
  static func share(of count: Int, question: String) throws(ExportError) -> String {
    let exact = 100 / Double(max(1, count))
    for text in accepted {
      if let value = Double(text), abs(value - exact) < 1e-5 { return text }
    }
    throw .noFraction(question: question, count: count)
  }
}

extension Question {
  /// Whether some options keep their places when the others are shuffled.
  var keepsPlaces: Bool {
    (kind == .one || kind == .several) && (keepsAll || !keptPlaces.isEmpty)
  }
}

extension PosedQuestion {
  /// Returns whether the other question differs at most in the order of its options.
  fileprivate func reads(as other: PosedQuestion) -> Bool {
    text == other.text && Set(options.map(\.text)) == Set(other.options.map(\.text))
  }

  /// Returns the spellings of a typed answer that a program comparing texts should accept.
  func spellings(_ option: Option) -> [String] {
    let text = RichText.plain(option.text)
    guard question.kind == .shape, let shape = TypedShape(text) else { return [text] }
    return shape.usualSpellings
  }
}
