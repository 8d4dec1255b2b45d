import Banks
import Foundation
import Text

/// A bank converted from another program's file.
struct ImportedBank {
  let language: BankLanguage
  var title: String
  /// The introduction as Markdown.
  var introduction: String
  var questions: [ImportedQuestion]
  var losses: [ImportLoss]
  /// The drawings of the questions by name, to be placed beside the bank.
  var drawings: [String: Data] = [:]

  /// Reads a file in any of the supported formats.
  ///
  /// - Parameters:
  ///   - data: the file.
  ///   - name: the name of the quiz if the file has none.
  ///   - language: the language of the file's texts.
  /// - Throws: `ImportError`.
  init(_ data: Data, name: String, language: BankLanguage) throws(ImportError) {
    self.language = language
    let foreign = try Self.foreign(data)
    var fitting = ImportFitting(language: language)
    questions = foreign.questions.compactMap { fitting.question($0) }
    losses = (foreign.losses + fitting.losses).sorted { $0.line < $1.line }
    let title = foreign.plainTitle ?? name
    self.title = singleSpaced(ForeignTextFormat.visible(title).0[...])
    if self.title.isEmpty { self.title = "Quiz" }
    introduction = foreign.introduction
    let shown = questions.flatMap(\.drawings)
    drawings = foreign.drawings.filter { shown.contains($0.key) }
    guard !questions.isEmpty else { return }
    try check()
  }

  /// Returns whether a file with this name may be placed beside a bank as a picture.
  static func isDrawingName(_ name: String) -> Bool {
    name.hasSuffix(".svg") && !name.hasPrefix(".") && name.utf8.count <= 100
      && name.allSatisfy { $0.isLetter || $0.isNumber || "-_. ".contains($0) }
  }

  private static func foreign(_ data: Data) throws(ImportError) -> ForeignBank {
    guard data.count <= ForeignFile.mostBytes else { throw .tooLarge }
    if data.starts(with: Data("PK\u{03}\u{04}".utf8)) { return try PackageReader.read(data) }
    let text = try ForeignFile.text(data)
    guard text.first(where: { !$0.isWhitespace }) == "<", Self.isXML(text) else {
      // Without a question's braces it could be any text.
      guard text.contains("{") else { throw .unknownFormat }
      return GIFTReader.read(text)
    }
    return try foreign(MarkupReader.read(text))
  }

  /// Returns whether a text is XML, by how it begins, since GIFT may begin with HTML.
  private static func isXML(_ text: String) -> Bool {
    text.prefixMatch(
      of:
        /\s*(<!--|<!DOCTYPE|<\?|<([A-Za-z0-9]+:)?(quiz|questestinterop|assessment|item|manifest|section|question)[A-Za-z]*[\s>\/])/
    ) != nil
  }

  static func foreign(_ root: MarkupElement) throws(ImportError) -> ForeignBank {
    switch root.name {
    case "quiz": MoodleXMLReader.read(root)
    case "questestinterop": QTIReader.read(root)
    case "assessmentItem": QTI21Reader.read(root)
    default: throw .otherXML(printable(String(root.name.prefix(40))))
    }
  }

  /// The bank as Markdown.
  var markdown: String { BankWriter(bank: self).text() }

  /// Verifies that the bank reads back with the key it was given.
  private func check() throws(ImportError) {
    let (bank, _) = Bank.read(
      Data(markdown.utf8), file: "Imported.\(language.code).md", deeply: false)
    let read = bank?.questions ?? []
    for (place, question) in questions.enumerated() {
      let options =
        question.kind == .text
        ? question.options.flatMap { option in
          option.text.split(separator: "|").map { _ in option.isRight }
        }
        : question.options.map(\.isRight)
      guard read.indices.contains(place), read[place].id == question.id,
        read[place].kind == question.kind, read[place].options.map(\.isRight) == options
      else { throw .notKept(question: question.id) }
    }
    guard read.count == questions.count else { throw .notKept(question: read.last?.id ?? "") }
  }
}
