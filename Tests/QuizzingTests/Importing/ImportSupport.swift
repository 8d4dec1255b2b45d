import Files
import Foundation
import Text
import XCTest

@testable import Banks
@testable import Quizzing

extension ImportedBank {
  init(_ text: String, language: BankLanguage = .english) throws {
    try self.init(Data(text.utf8), name: "Test", language: language)
  }

  /// The remarks as a user reads them.
  var remarks: [String] { losses.map { $0.phrase(.english) } }

  /// The faults that `course quiz check` finds in the bank.
  func faults(_ language: BankLanguage = .english) -> [String] {
    Bank.read(Data(markdown.utf8), file: "T1-Test.\(language.code).md", deeply: true).faults
      .map { $0.phrase(.english) }
  }

  /// The question with this id, as the runner reads it.
  func posed(
    _ id: String, _ language: BankLanguage = .english, file: StaticString = #filePath,
    line: UInt = #line
  ) throws -> PosedQuestion {
    let bank = Bank.read(
      Data(markdown.utf8), file: "T1-Test.\(language.code).md", deeply: true
    ).bank
    let question = try XCTUnwrap(
      bank?.questions.first { $0.id == id }, "no question \(id) in\n\(markdown)", file: file,
      line: line)
    return try PosedQuestion(question, seed: 1, isShuffled: false)
  }
}

extension ExportedQuiz {
  /// The files of the quiz as a package, by name.
  func packageFiles(_ format: ExportFormat) throws -> [(name: String, content: Data)] {
    let source = DataBytes(try package(format))
    var files: [(name: String, content: Data)] = []
    try ZipDirectory(of: source).readEntries { entry in
      files.append((entry.path, Data(try entry.content(in: source, atMost: 1_000_000))))
    }
    return files
  }
}

extension PosedQuestion {
  /// The options, a star before the right ones.
  var marked: [String] { options.map { ($0.isRight ? "*" : "") + RichText.plain($0.text) } }

  var explanations: [String] { options.map { RichText.plain($0.explanation) } }

  func isRight(_ typed: String) -> Bool { judge(.typed(typed), .perOption).fraction == 1 }
}
