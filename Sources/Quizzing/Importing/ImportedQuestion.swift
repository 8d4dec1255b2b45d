import Banks
import Foundation
import Text

/// A question as it is written into a bank.
struct ImportedQuestion: Equatable {
  struct Option: Equatable {
    /// Markdown; of a typed answer the text itself.
    var text: String
    /// Markdown.
    var explanation: String
    var isRight: Bool
    var keepsPlace = false
  }

  var id: String
  var kind: Question.Kind
  var points: Int
  var tags: [String]
  var keepsAll: Bool
  /// As the field says it; nil without.
  var tolerance: String?
  var text: String
  var hint: String?
  var options: [Option]

  /// The names of the drawings that the question shows.
  var drawings: [String] {
    let texts = [text, hint ?? ""] + options.flatMap { [$0.text, $0.explanation] }
    return texts.flatMap(RichText.blocks).compactMap { block in
      if case .picture(let name, _) = block { name } else { nil }
    }
  }
}

/// Fits the questions of another program to what a bank can say, and names what does not fit.
struct ImportFitting {
  var language: BankLanguage
  private(set) var losses: [ImportLoss] = []
  private var ids: Set<String> = []

  init(language: BankLanguage) { self.language = language }

  /// The question of a bank; nil where it has to be left out, which `losses` says.
  mutating func question(_ foreign: ForeignQuestion) -> ImportedQuestion? {
    var foreign = foreign
    let label = foreign.name.isEmpty ? foreign.identifier : foreign.name
    func leftOut(_ reason: ImportLoss.Reason) -> ImportLoss {
      ImportLoss(
        file: foreign.file, line: foreign.line, question: label.isEmpty ? nil : label,
        reason: reason)
    }
    // A reader may have found already that no bank can hold it.
    if let loss = foreign.losses.map(leftOut).first(where: \.isLeftOut) {
      losses.append(loss)
      return nil
    }
    if foreign.text.isEmpty {
      losses.append(leftOut(.noText))
      return nil
    }
    let (fitted, tolerance) = AnswerFitting.fit(&foreign, language)
    guard let (kind, options) = fitted, !options.isEmpty else {
      let reason = foreign.losses.first { leftOut($0).isLeftOut }
      losses.append(leftOut(reason ?? .noRightAnswer))
      return nil
    }
    let id = id(for: foreign)
    var points = foreign.points.isFinite ? foreign.points.rounded() : 1
    points = min(100, max(1, points))
    if points != foreign.points {
      foreign.lose(.points(NumberFormat.shortest.string(foreign.points)))
    }
    let question = ImportedQuestion(
      id: id, kind: kind, points: Int(points),
      tags: foreign.tags.map(Self.tag).filter { !$0.isEmpty },
      keepsAll: foreign.keepsAll && (kind == .one || kind == .several), tolerance: tolerance,
      text: foreign.text, hint: foreign.hint, options: explained(options, &foreign))
    if !Self.says(id, foreign.name), !foreign.text.contains(foreign.name) {
      foreign.lose(.name(foreign.name))
    }
    losses += foreign.losses.map {
      ImportLoss(file: foreign.file, line: foreign.line, question: id, reason: $0)
    }
    return question
  }

  // MARK: Explanations

  /// The options with an explanation each: their own, else that of the whole question, else a word.
  private func explained(
    _ options: [ImportedQuestion.Option], _ foreign: inout ForeignQuestion
  ) -> [ImportedQuestion.Option] {
    let general = foreign.generalExplanation
    let isChinese = language.interface == .chinese
    var isGeneralUsed = false
    var missing = 0
    let result = options.map { option in
      var option = option
      guard option.explanation.isEmpty else { return option }
      if !general.isEmpty,
        option.isRight || options.allSatisfy({ !$0.isRight || !$0.explanation.isEmpty })
      {
        option.explanation = general
        isGeneralUsed = true
      } else {
        missing += 1
        option.explanation =
          option.isRight ? (isChinese ? "正确。" : "Right.") : (isChinese ? "错误。" : "Wrong.")
      }
      return option
    }
    if missing > 0 { foreign.lose(.noExplanation(missing)) }
    if !general.isEmpty, !isGeneralUsed { foreign.lose(.generalFeedback) }
    return result
  }

  // MARK: Names

  /// An id of lower-case letters, digits and hyphens that no other question has.
  private mutating func id(for foreign: ForeignQuestion) -> String {
    // Of a name in another script a digit may be all that is left.
    let names = [foreign.name, foreign.identifier].filter {
      Self.slug($0).count > 1 || ($0.utf8.allSatisfy { $0 < 0x80 } && !Self.slug($0).isEmpty)
    }
    let base = names.first.map(Self.slug) ?? "question-\(ids.count + 1)"
    var id = base
    var number = 2
    while !ids.insert(id).inserted {
      id = "\(base)-\(number)"
      number += 1
    }
    return id
  }

  private static func slug(_ name: String) -> String {
    let plain = name.folding(options: .diacriticInsensitive, locale: nil).lowercased()
    var result = ""
    for scalar in plain.unicodeScalars {
      if ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) {
        result.unicodeScalars.append(scalar)
      } else if !result.isEmpty, !result.hasSuffix("-"), scalar != "'" {
        result += "-"
      }
    }
    result = String(result.prefix(60))
    while result.hasSuffix("-") { result.removeLast() }
    return result
  }

  /// Whether an id tells all that a name does.
  private static func says(_ id: String, _ name: String) -> Bool {
    let letters = name.lowercased().filter { $0.isLetter || $0.isNumber }
    return letters.isEmpty || id.filter { $0 != "-" }.hasPrefix(letters)
  }

  /// A comma would divide it.
  private static func tag(_ text: String) -> String {
    singleSpaced(text[...].replacing(/[,，、]/, with: ";")[...])
  }
}
