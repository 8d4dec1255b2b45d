import Coursework
import Tensors
import Text

/// The kinds and shapes of an exercise's arguments, inferred from samples that its tests draw, with
/// equal lengths named by the same letter.
///
///     w (a, 1)   b number   X (a, b)   Y (1, b)
struct ArgumentForms {
  /// A tensor somewhere in the arguments.
  private struct Leaf {
    /// `X`, `parameters[].W`.
    let path: String
    /// The axis lengths as text; nil if the number of axes varies.
    let axes: [String]?
  }

  private let names: [String]
  private let samples: [[Value]]
  private let leaves: [Leaf]
  private static let count = 24
  /// The number of a choice's words that are shown.
  private static let mostWords = 8

  init(of exercise: any AnyExercise) throws {
    var random = RandomState(seed: 1)
    names = exercise.info.parameters
    samples = try (0..<Self.count).map { _ in try exercise.sampleArguments(&random) }
    leaves = Self.leaves(of: samples.map { Self.shapes($0, exercise.info.parameters) })
  }

  /// Returns a valid argument that has every part occurring in any sample.
  func example(_ place: Int) -> Value {
    samples.map { $0[place] }.first { $0 != .null && $0 != .list([]) } ?? .null
  }

  // MARK: Shapes

  /// Returns the shape of each tensor by its path; the first element of a list stands for all.
  private static func shapes(_ arguments: [Value], _ names: [String]) -> [(String, [Int])] {
    zip(names, arguments).flatMap { shapes(of: $1, $0) }
  }

  private static func shapes(of value: Value, _ path: String) -> [(String, [Int])] {
    switch value {
    case .tensor(let tensor): [(path, tensor.shape)]
    case .list(let items): items.first.map { shapes(of: $0, "\(path)[0]") } ?? []
    case .record(let fields): fields.flatMap { shapes(of: $0.value, "\(path).\($0.name)") }
    case .null, .boolean, .integer, .number, .text: []
    }
  }

  private static func leaves(of samples: [[(String, [Int])]]) -> [Leaf] {
    var letters: [[Int]: String] = [:]
    return (samples.first ?? []).map { path, first in
      let shapes = samples.compactMap { sample in sample.first { $0.0 == path }?.1 }
      guard shapes.count == samples.count, shapes.allSatisfy({ $0.count == first.count }) else {
        return Leaf(path: path, axes: nil)
      }
      let axes = first.indices.map { axis -> String in
        let lengths = shapes.map { $0[axis] }
        if Set(lengths).count == 1 { return "\(lengths[0])" }
        if let known = letters[lengths] { return known }
        let letter = String(Character(Unicode.Scalar(UInt8(97 + letters.count % 26))))
        letters[lengths] = letter
        return letter
      }
      return Leaf(path: path, axes: axes)
    }
  }

  /// Formats the arguments with their kinds and shapes, on one line.
  func text(_ language: Language) -> String {
    names.enumerated().map { place, name in
      "\(name) \(form(of: example(place), name, language))"
    }.joined(separator: "   ")
  }

  private func form(of value: Value, _ path: String, _ language: Language) -> String {
    switch value {
    case .tensor:
      return leaves.first { $0.path == path }?.axes.map(Self.shapeText)
        ?? Phrase("tensor", zh: "张量")(language)
    case .number: return Phrase("number", zh: "数")(language)
    case .integer: return Phrase("whole number", zh: "整数")(language)
    case .boolean: return Phrase("true or false", zh: "true 或 false")(language)
    case .text:
      let words = words(at: path)
      return words.prefix(Self.mostWords).joined(separator: "|")
        + (words.count > Self.mostWords ? "|…" : "")
    case .null: return Phrase("value", zh: "值")(language)
    case .list(let items):
      guard let first = items.first(where: { $0 != .list([]) }) ?? items.first else { return "[]" }
      return "[\(form(of: first, "\(path)[0]", language)), …]"
    case .record(let fields):
      let parts = fields.map { field in
        "\(field.name) \(form(of: field.value, "\(path).\(field.name)", language))"
      }
      return "{\(parts.joined(separator: ", "))}"
    }
  }

  private static func shapeText(_ axes: [String]) -> String {
    axes.count == 1 ? "(\(axes[0]),)" : "(\(axes.joined(separator: ", ")))"
  }

  /// Returns the words that samples have at a path.
  private func words(at path: String) -> [String] {
    let texts = samples.flatMap { sample in
      zip(names, sample).flatMap { Self.texts(of: $1, $0) }
    }.filter { $0.0 == path }.map(\.1)
    return Set(texts).sorted()
  }

  private static func texts(of value: Value, _ path: String) -> [(String, String)] {
    switch value {
    case .text(let text): [(path, text)]
    case .list(let items): items.flatMap { texts(of: $0, "\(path)[0]") }
    case .record(let fields): fields.flatMap { texts(of: $0.value, "\(path).\($0.name)") }
    case .null, .boolean, .integer, .number, .tensor: []
    }
  }

  /// Names the first tensor whose shape never occurs in the tests, if there is one.
  func unusual(_ arguments: [Value], _ language: Language) -> String? {
    let given = Self.shapes(arguments, names)
    var lengths: [String: Int] = [:]
    for leaf in leaves {
      guard let axes = leaf.axes, let shape = given.first(where: { $0.0 == leaf.path })?.1 else {
        continue
      }
      let fits =
        axes.count == shape.count
        && zip(axes, shape).allSatisfy { axis, length in
          if let wanted = Int(axis) ?? lengths[axis] { return wanted == length }
          lengths[axis] = length
          return true
        }
      guard !fits else { continue }
      return Phrase(
        "the tests call it with \(text(.english)); here \(leaf.path) is \(Value.shapeText(shape))",
        zh: "测试所用的参数是 \(text(.chinese))；这里 \(leaf.path) 是 \(Value.shapeText(shape))")(language)
    }
    return nil
  }

  /// Returns a working command, with arguments that the tests draw.
  func command(_ exercise: ExerciseInfo) -> String {
    let shortest = samples.min { Self.notation($0).count < Self.notation($1).count } ?? []
    let words = zip(names, shortest).map { name, value in "'\(name)=\(value.notation)'" }
    return "swift run course try \(exercise.id) \(words.joined(separator: " "))"
  }

  private static func notation(_ arguments: [Value]) -> String {
    arguments.map(\.notation).joined()
  }
}

extension Value {
  /// The value in the notation in which it may be typed; large tensors are shown as ones of the
  /// same shape.
  fileprivate var notation: String {
    switch self {
    case .null: "nil"
    case .boolean(let value): "\(value)"
    case .integer(let value): "\(value)"
    case .number(let value): value.short
    case .text(let value):
      value.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } ? value : "\"\(value)\""
    case .tensor(let tensor) where tensor.count > 8 || tensor.rank > 2:
      "randn(\(tensor.shape.map(String.init).joined(separator: ", ")))"
    case .tensor(let tensor): Self.notation(of: tensor.elements[...], tensor.shape[...])
    case .list(let items): "[\(items.map(\.notation).joined(separator: ", "))]"
    case .record(let fields):
      "{\(fields.map { "\($0.name): \($0.value.notation)" }.joined(separator: ", "))}"
    }
  }

  private static func notation(
    of elements: ArraySlice<Double>, _ shape: ArraySlice<Int>
  ) -> String {
    guard let length = shape.first else { return elements.first?.short ?? "0" }
    let size = length == 0 ? 0 : elements.count / length
    let parts = (0..<length).map { place in
      let start = elements.startIndex + place * size
      return notation(of: elements[start..<start + size], shape.dropFirst())
    }
    return "[\(parts.joined(separator: ", "))]"
  }
}

extension Double {
  /// The number with at most two decimals; small numbers in full.
  fileprivate var short: String {
    let rounded = (self * 100).rounded() / 100
    if self != 0, abs(rounded - self) > abs(self) / 10 { return "\(self)" }
    return Int(exactly: rounded).map(String.init) ?? "\(rounded)"
  }
}
