import Coursework
import Foundation
import Text

extension PolicyReader {
  mutating func wrong(_ tree: JSONTree, _ path: String, _ expected: Phrase) {
    problems.append(.wrongType(path: path, expected: expected, actual: tree.kind))
  }

  mutating func object(
    _ tree: JSONTree?, _ path: String
  ) -> [(key: String, value: JSONTree)]? {
    guard let tree else { return nil }
    guard case .object(let members) = tree else {
      wrong(tree, path, JSONTree.object([:]).kind)
      return nil
    }
    return members.sorted { $0.key < $1.key }
  }

  mutating func object(
    _ tree: JSONTree?, _ path: String, _ keys: [String]
  ) -> [String: JSONTree]? {
    guard let members = object(tree, path) else { return nil }
    for (key, _) in members where !keys.contains(key) {
      problems.append(
        .unknownKey(path: path, key: key, nearest: Spelling.nearest(key, keys), known: keys))
    }
    return Dictionary(uniqueKeysWithValues: members.map { ($0.key, $0.value) })
  }

  mutating func list(
    _ tree: JSONTree?, _ path: String, _ keys: [String]
  ) -> [(path: String, members: [String: JSONTree])] {
    guard let tree else { return [] }
    guard case .array(let elements) = tree else {
      wrong(tree, path, JSONTree.array([]).kind)
      return []
    }
    var result: [(path: String, members: [String: JSONTree])] = []
    for (index, element) in elements.enumerated() {
      let place = "\(path)[\(index)]"
      if let members = object(element, place, keys) { result.append((place, members)) }
    }
    return result
  }

  mutating func texts(_ tree: JSONTree?, _ path: String) -> [String] {
    guard let tree else { return [] }
    guard case .array(let elements) = tree else {
      wrong(tree, path, JSONTree.array([]).kind)
      return []
    }
    return elements.enumerated().compactMap { text($0.element, "\(path)[\($0.offset)]") }
  }

  mutating func text(_ tree: JSONTree?, _ path: String) -> String? {
    guard let tree else { return nil }
    guard case .text(let text) = tree else {
      wrong(tree, path, JSONTree.text("").kind)
      return nil
    }
    return text
  }

  mutating func number(
    _ tree: JSONTree?, _ path: String, upTo limit: Double = 1_000_000
  ) -> Double? {
    guard let tree else { return nil }
    guard case .number(let number) = tree else {
      wrong(tree, path, JSONTree.number(0).kind)
      return nil
    }
    guard (0...limit).contains(number) else {
      problems.append(
        .badNumber(
          path: path, number: number,
          expected: Phrase("0 to \(decimal(limit))", zh: " 0 到 \(decimal(limit))")))
      return nil
    }
    return number
  }

  mutating func count(_ tree: JSONTree?, _ path: String, upTo limit: Int) -> Int? {
    guard let number = number(tree, path, upTo: Double(limit)) else { return nil }
    guard number == number.rounded() else {
      problems.append(
        .badNumber(
          path: path, number: number,
          expected: Phrase("a whole number from 0 to \(limit)", zh: " 0 到 \(limit) 的整数")))
      return nil
    }
    return Int(number)
  }

  mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ tree: JSONTree?, _ path: String
  ) -> Choice? {
    guard let text = text(tree, path) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    problems.append(
      .badChoice(path: path, text: text, choices: Choice.allCases.map(\.rawValue)))
    return nil
  }

  mutating func date(_ tree: JSONTree?, _ path: String) -> Date? {
    guard let text = text(tree, path) else { return nil }
    switch PolicyDate(text) {
    case .moment(let date): return date
    case .withoutZone: problems.append(.dateWithoutZone(path: path, text: text))
    case .none: problems.append(.badDate(path: path, text: text))
    }
    return nil
  }
}
