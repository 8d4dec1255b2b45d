public import Foundation
public import Text

/// The hints of a week: for each exercise a nudge, the formula, and nearly the code.
///
/// Hints are text, read on demand from one file per week and language:
///
///     # C1W2
///
///     ## sigmoid
///
///     1. Which operation turns every real number into a positive one?
///     2. σ(z) = 1 / (1 + e⁻ᶻ), for each element.
///     3. Free functions work on whole tensors: exp(-z) is a tensor.
///
/// An item may continue on indented lines.
public struct Hints: Sendable, Equatable {
  /// The number of hints per exercise.
  public static let count = 3

  private let ladders: [String: [String]]

  /// The hints for an exercise, by the name of its function; empty when the file has none for it.
  public func callAsFunction(for exercise: String) -> [String] { ladders[exercise] ?? [] }

  /// The names of the exercises that have hints.
  public var exercises: Set<String> { Set(ladders.keys) }

  /// The path of a week's hints within a package: `Sources/Syllabus/Hints/C1W2.en.md`.
  public static func path(of week: String, _ language: Language) -> String {
    "Sources/Syllabus/Hints/\(week).\(language.rawValue).md"
  }

  /// Reads the hints of a week.
  ///
  /// - Throws: `HintsError`, which names the line, or is `.missing` when there is no file.
  public init(of week: Week, in package: URL, _ language: Language) throws {
    let path = Self.path(of: week.id, language)
    guard let data = try? Data(contentsOf: package.appending(path: path)) else {
      throw HintsError(file: path, line: nil, .missing)
    }
    try self.init(
      String(decoding: data, as: UTF8.self), file: path,
      exercises: week.exercises.map(\.info.name))
  }

  /// Parses the hints in a text.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - file: the name of the text in errors.
  ///   - exercises: the functions of the week.
  /// - Throws: `HintsError`, which names the line.
  public init(_ text: String, file: String, exercises: [String]) throws {
    var ladders: [String: [String]] = [:]
    var current: (name: String, line: Int)?
    func finish() throws {
      guard let current else { return }
      let found = ladders[current.name]?.count ?? 0
      guard found == Self.count else {
        throw HintsError(file: file, line: current.line, .count(current.name, found))
      }
    }
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      func failure(_ problem: HintsError.Problem) -> HintsError {
        HintsError(file: file, line: index + 1, problem)
      }
      let content = line.drop { $0 == " " }
      if content.isEmpty || line.hasPrefix("# ") { continue }
      if line.hasPrefix("## ") {
        try finish()
        let name = line.dropFirst(3).trimmingCharacters(in: .whitespaces)
        guard exercises.contains(name) else { throw failure(.unknown(name, exercises)) }
        guard ladders.updateValue([], forKey: name) == nil else { throw failure(.twice(name)) }
        current = (name, index + 1)
        continue
      }
      guard let name = current?.name, var ladder = ladders[name] else {
        throw failure(.outside(String(content)))
      }
      if line.first == " ", !ladder.isEmpty {
        ladder[ladder.count - 1] += " " + content
      } else {
        let item = "\(ladder.count + 1). "
        guard line.hasPrefix(item) else {
          throw failure(.item(expected: item, String(content)))
        }
        ladder.append(line.dropFirst(item.count).trimmingCharacters(in: .whitespaces))
      }
      ladders[name] = ladder
    }
    try finish()
    self.ladders = ladders
  }
}

/// A fault in a file of hints, and its location.
public struct HintsError: PhrasedError, Equatable {
  /// The kind of fault.
  public enum Problem: Sendable, Equatable {
    case missing
    /// A heading that does not name an exercise of the week.
    case unknown(String, [String])
    case twice(String)
    /// Text before the first heading.
    case outside(String)
    /// Something other than the next item of a list of hints.
    case item(expected: String, String)
    case count(String, Int)
    /// An exercise of the week that has no hints.
    case noLadder(String)
  }

  /// The name of the file.
  public let file: String
  /// The line of the fault, from 1, if it has one.
  public let line: Int?
  /// The kind of fault.
  public let problem: Problem

  /// Creates the error of a line, or of the whole file when there is none.
  public init(file: String, line: Int?, _ problem: Problem) {
    self.file = file
    self.line = line
    self.problem = problem
  }

  /// The error as a sentence in both languages.
  public var phrase: Phrase {
    let place = file + (line.map { ":\($0)" } ?? "")
    let reason = problem.phrase
    return Phrase("\(place): \(reason.english)", zh: "\(place)：\(reason.chinese)")
  }
}

extension HintsError.Problem {
  fileprivate var phrase: Phrase {
    switch self {
    case .missing:
      return Phrase("there is no such file", zh: "没有这个文件")
    case .unknown(let name, let exercises):
      let near = Spelling.nearest(name, exercises)
      return Phrase(
        "there is no exercise “\(name)” in this week"
          + (near.map { "; did you mean “\($0)”?" } ?? ""),
        zh: "这一周没有练习“\(name)”" + (near.map { "；是不是“\($0)”？" } ?? ""))
    case .twice(let name):
      return Phrase("“\(name)” already has hints", zh: "“\(name)”的提示已经写过了")
    case .outside(let text):
      return Phrase(
        "expected a heading such as “## sigmoid” first, got “\(text.clipped(to: 40))”",
        zh: "前面应当先有形如“## sigmoid”的标题，而这里是“\(text.clipped(to: 40))”")
    case .item(let expected, let text):
      return Phrase(
        "expected an item that begins with “\(expected)”, got “\(text.clipped(to: 40))”",
        zh: "这一条应当以“\(expected)”开头，而这里是“\(text.clipped(to: 40))”")
    case .count(let name, let found):
      return Phrase(
        "“\(name)” has \(found) hints, expected \(Hints.count)",
        zh: "“\(name)”有 \(found) 条提示，应为 \(Hints.count) 条")
    case .noLadder(let name):
      return Phrase(
        "“\(name)” has no hints: add “## \(name)” and \(Hints.count) items",
        zh: "“\(name)”没有提示：请加上“## \(name)”和 \(Hints.count) 条提示")
    }
  }
}
