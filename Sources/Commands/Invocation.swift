public import Foundation
public import Text

/// A parsed command line: the words and values that a command works with.
public struct Invocation: Codable, Sendable {
  /// The names of the commands from the root to the one called: `course`, `quiz`, `check`.
  public let path: [String]
  /// The words that are not options, in order.
  public let operands: [String]
  /// The language of the command's output.
  public let language: Language
  private let values: [String: String]

  init(path: [String], operands: [String], values: [String: String], language: Language) {
    self.path = path
    self.operands = operands
    self.values = values
    self.language = language
  }

  /// The same command with the options and operands of another line.
  ///
  /// Where both have an option, that of `other` wins; so do its operands, if it has any. The
  /// language is this one's unless `other` asks for one.
  public func merging(_ other: Invocation) -> Invocation {
    Invocation(
      path: path, operands: other.operands.isEmpty ? operands : other.operands,
      values: values.merging(other.values) { $1 },
      language: other.has(Option.language.name) ? other.language : language)
  }

  /// The same command without the named options.
  public func without(_ names: Set<String>) -> Invocation {
    Invocation(
      path: path, operands: operands, values: values.filter { !names.contains($0.key) },
      language: language)
  }

  /// The words of the command line after the program's name, with the options last.
  public var words: [String] {
    path.dropFirst() + operands
      + values.sorted { $0.key < $1.key }.flatMap { name, value in
        value.isEmpty ? [name] : [name, value]
      }
  }

  /// Whether the option was given.
  public func has(_ name: String) -> Bool { values[name] != nil }

  /// The value of an option as it was typed.
  public func text(_ name: String) -> String? { values[name] }

  /// The value of an option that names a file or a folder.
  public func file(_ name: String) -> URL? { values[name].map { URL(fileURLWithPath: $0) } }

  /// The value of an option, as `parse` reads it.
  ///
  /// - Throws: `CommandError.badValue` where `parse` returns nil.
  public func value<Value>(
    _ name: String, _ expected: Phrase, _ parse: (String) -> Value?
  ) throws(CommandError) -> Value? {
    guard let text = values[name] else { return nil }
    guard let value = parse(text) else {
      throw .badValue(option: name, text, expected: expected)
    }
    return value
  }

  /// The value of an option that is a whole number within a range.
  ///
  /// - Throws: `CommandError.badValue` for anything else.
  public func integer(
    _ name: String, in range: ClosedRange<Int> = 1...Int.max
  ) throws(CommandError) -> Int? {
    let expected =
      range == 1...Int.max
      ? Phrase("a positive whole number", zh: "正整数")
      : Phrase(
        "a whole number from \(range.lowerBound) to \(range.upperBound)",
        zh: "\(range.lowerBound) 到 \(range.upperBound) 之间的整数")
    return try value(name, expected) { text in
      Int(text).flatMap { range.contains($0) ? $0 : nil }
    }
  }

  /// The value of an option that is a finite number.
  ///
  /// - Throws: `CommandError.badValue` for anything else.
  public func number(_ name: String) throws(CommandError) -> Double? {
    try value(name, Phrase("a number", zh: "一个数")) { text in
      Double(text).flatMap { $0.isFinite ? $0 : nil }
    }
  }

  /// The value of an option that is one of a few words.
  ///
  /// - Throws: `CommandError.badValue`, which suggests the nearest of them.
  public func choice<Choice: RawRepresentable & CaseIterable>(
    _ name: String, as _: Choice.Type = Choice.self
  ) throws(CommandError) -> Choice? where Choice.RawValue == String {
    guard let text = values[name] else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    throw Self.unknownValue(text, of: name, among: Choice.allCases.map(\.rawValue))
  }

  /// The error for a value that is not one of the words that an option accepts.
  public static func unknownValue(
    _ text: String, of name: String, among words: [String]
  ) -> CommandError {
    let last = words.last ?? ""
    let list = words.dropLast().joined(separator: ", ")
    let chineseList = words.dropLast().joined(separator: "、")
    let expected = Phrase("\(list) or \(last)", zh: "\(chineseList) 或 \(last)")
    return .badValue(
      option: name, text, expected: expected, nearest: Spelling.nearest(text, words))
  }
}
