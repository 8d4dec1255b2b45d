import Coursework
import Foundation
import Text

/// A word that begins with two dashes.
struct Option {
  let name: String
  /// What its value is called in help; nil for a switch.
  let value: String?
  let summary: Phrase

  init(_ name: String, _ value: String? = nil, _ summary: Phrase) {
    self.name = name
    self.value = value
    self.summary = summary
  }

  var usage: String { value.map { "\(name) \($0)" } ?? name }
}

/// The words after a command, sorted.
struct Options {
  private(set) var words: [String] = []
  private var values: [String: String] = [:]

  /// - Throws: `UsageError` for an option that the command does not have, or one without its value.
  init(_ arguments: [String], _ known: [Option]) throws {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      guard argument.hasPrefix("-"), argument != "-" else {
        words.append(argument)
        continue
      }
      let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
      guard let option = known.first(where: { $0.name == parts[0] }) else {
        throw UsageError.unknownOption(
          parts[0], nearest: Spelling.nearest(parts[0], known.map(\.name)))
      }
      if option.value == nil {
        values[option.name] = ""
      } else if let value = parts.count > 1 ? parts[1] : rest.popFirst() {
        values[option.name] = value
      } else {
        throw UsageError.missingValue(option.usage)
      }
    }
  }

  func has(_ name: String) -> Bool { values[name] != nil }
  func text(_ name: String) -> String? { values[name] }

  /// A value that names a file or a folder.
  func file(_ name: String) -> URL? { values[name].map { URL(fileURLWithPath: $0) } }

  /// A value that must be a whole number above 0.
  func count(_ name: String) throws -> Int? {
    let count: Int? = try value(name, Self.whole)
    if let count, count < 1 {
      throw UsageError.badValue(name, "\(count)", expected: Self.whole)
    }
    return count
  }

  /// What is expected of a count.
  static let whole = Phrase("a whole number above 0", zh: "大于 0 的整数")

  /// A value that must read as a number of some kind.
  func value<Number: LosslessStringConvertible>(
    _ name: String, _ expected: Phrase
  ) throws -> Number? {
    guard let text = values[name] else { return nil }
    guard let number = Number(text) else {
      throw UsageError.badValue(name, text, expected: expected)
    }
    return number
  }

  /// The language that `--lang` names, also where the words as a whole mean nothing, else the
  /// environment's.
  static func language(in words: [String]) -> Language {
    let named = zip(words, words.dropFirst() + [""]).compactMap { word, next -> Language? in
      let prefix = "--lang="
      if word.hasPrefix(prefix) { return Language(rawValue: String(word.dropFirst(prefix.count))) }
      return word == "--lang" ? Language(rawValue: next) : nil
    }
    return named.last ?? .current
  }
}
