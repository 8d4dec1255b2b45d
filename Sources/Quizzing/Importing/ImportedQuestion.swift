import Banks
import Foundation
import Text

/// A question in the form in which it is written to a bank.
struct ImportedQuestion: Equatable {
  struct Option: Equatable {
    /// The option as Markdown, or the text of a typed answer.
    var text: String
    /// The explanation as Markdown.
    var explanation: String
    var isRight: Bool
    var keepsPlace = false
  }

  var id: String
  var kind: Question.Kind
  var points: Int
  var tags: [String]
  var keepsAll: Bool
  /// The tolerance as written in the field; nil if there is none.
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

/// Converts questions of other programs to a bank's form, and records what is lost.
struct ImportFitting {
  var language: BankLanguage
  private(set) var losses: [ImportLoss] = []
  private var ids: Set<String> = []

  init(language: BankLanguage) { self.language = language }

  /// Returns the question for a bank; nil if it must be left out, for the reason in `losses`.
  mutating func question(_ foreign: ForeignQuestion) -> ImportedQuestion? {
    var foreign = foreign
    let label = foreign.name.isEmpty ? foreign.identifier : foreign.name
    func leftOut(_ reason: ImportLoss.Reason) -> ImportLoss {
      ImportLoss(
        file: foreign.file, line: foreign.line, question: label.isEmpty ? nil : label,
        reason: reason)
    }
    // The reader may already have found that no bank can represent it.
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

  /// Gives every option an explanation: its own, else the whole question's, else a default word.
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

  /// Returns a unique id of lower-case letters, digits and hyphens.
  private mutating func id(for foreign: ForeignQuestion) -> String {
    // Only a digit may be left of a name in another script.
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

  /// Returns whether an id conveys everything in a name.
  private static func says(_ id: String, _ name: String) -> Bool {
    let letters = name.lowercased().filter { $0.isLetter || $0.isNumber }
    return letters.isEmpty || id.filter { $0 != "-" }.hasPrefix(letters)
  }

  /// Formats a tag, in which a comma would separate two.
  private static func tag(_ text: String) -> String {
    singleSpaced(text[...].replacing(/[,，、]/, with: ";")[...])
  }
}
