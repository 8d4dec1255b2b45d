import Coursework
import Tensors
import Text

/// The reason why a value does not fit the argument it was typed for.
struct ArgumentFormError: PhrasedError, Equatable {
  /// The path of the argument or part: `parameters.W1`.
  let path: String
  let problem: Phrase

  var phrase: Phrase {
    Phrase("\(path): \(problem.english)", zh: "\(path)：\(problem.chinese)")
  }
}

extension Literal {
  /// Converts the value to the form of a valid argument; errors name it by its path.
  func value(like sample: Value, _ path: String) throws(ArgumentFormError) -> Value {
    func refused(_ english: String, _ chinese: String) -> ArgumentFormError {
      ArgumentFormError(
        path: path,
        problem: Phrase(
          "expected \(english), got \(kind(.english))", zh: "应为\(chinese)，收到的是\(kind(.chinese))"))
    }
    switch (sample, self) {
    case (.null, _), (_, .word("nil")), (_, .word("null")), (_, .word("None")):
      return try loose(path)
    case (.tensor, .tensor(let tensor)): return .tensor(tensor)
    case (.tensor, .number(let number)): return .tensor(Tensor(number))
    case (.tensor, .list): return .tensor(try tensor(path))
    case (.tensor, _): throw refused("a tensor such as [[1, 2], [3, 4]]", "张量，形如 [[1, 2], [3, 4]]")
    case (.number, .number(let number)): return .number(number)
    case (.number, _): throw refused("a number", "一个数")
    case (.integer, .number(let number)):
      guard let whole = Int(exactly: number) else { throw refused("a whole number", "整数") }
      return .integer(whole)
    case (.integer, _): throw refused("a whole number", "整数")
    case (.boolean, .word(let word)) where ["true", "false"].contains(word.lowercased()):
      return .boolean(word.lowercased() == "true")
    case (.boolean, _): throw refused("true or false", " true 或 false")
    case (.text, .word(let word)): return .text(word)
    case (.text, _): throw refused("a word", "一个单词")
    case (.list(let samples), .list(let items)):
      var values: [Value] = []
      for (place, item) in items.enumerated() {
        let own = samples.isEmpty ? .null : samples[min(place, samples.count - 1)]
        values.append(try item.value(like: own, among: samples, "\(path)[\(place)]"))
      }
      return .list(values)
    case (.list, _): throw refused("a list in brackets", "方括号里的列表")
    case (.record(let wanted), .record(let fields)):
      return .record(try Self.fields(fields, like: wanted, path))
    case (.record(let wanted), _):
      let names = wanted.map { "\($0.name): …" }.joined(separator: ", ")
      throw refused("{\(names)}", " {\(names)}")
    }
  }

  /// Converts the value to the form of any of several samples, since a list may hold numbers and
  /// texts.
  private func value(
    like own: Value, among samples: [Value], _ path: String
  ) throws(ArgumentFormError) -> Value {
    do {
      // An empty list does not show what it would hold.
      let full = own == .list([]) ? samples.first { $0 != .list([]) } : nil
      return try value(like: full ?? own, path)
    } catch {
      for sample in samples {
        if let value = try? value(like: sample, path) { return value }
      }
      throw error
    }
  }

  private static func fields(
    _ fields: [Field], like wanted: [Value.Field], _ path: String
  ) throws(ArgumentFormError) -> [Value.Field] {
    let names = wanted.map(\.name).joined(separator: ", ")
    let known = Set(wanted.map(\.name))
    for field in fields where !known.contains(field.name) {
      throw ArgumentFormError(
        path: path,
        problem: Phrase(
          "has no part “\(printable(field.name))”; it has \(names)",
          zh: "没有“\(printable(field.name))”这一部分，它有 \(names)"))
    }
    var values: [Value.Field] = []
    for part in wanted {
      guard let field = fields.last(where: { $0.name == part.name }) else {
        throw ArgumentFormError(
          path: path,
          problem: Phrase(
            "\(part.name) is missing; it has \(names)", zh: "缺少 \(part.name)，它有 \(names)"))
      }
      values.append(
        Value.Field(part.name, try field.value.value(like: part.value, "\(path).\(part.name)")))
    }
    return values
  }

  /// Converts the value where no sample shows what is expected.
  private func loose(_ path: String) throws(ArgumentFormError) -> Value {
    switch self {
    case .number(let number): return .number(number)
    case .word("nil"), .word("null"), .word("None"): return .null
    case .word(let word): return .text(word)
    case .tensor(let tensor): return .tensor(tensor)
    case .list: return .tensor(try tensor(path))
    case .record(let fields):
      var values: [Value.Field] = []
      for field in fields {
        values.append(
          Value.Field(field.name, try field.value.loose("\(path).\(field.name)")))
      }
      return .record(values)
    }
  }

  // MARK: Tensors

  /// Converts nested lists to a tensor; all lists at the same depth must be equally long.
  private func tensor(_ path: String) throws(ArgumentFormError) -> Tensor {
    var elements: [Double] = []
    let shape = try read(into: &elements, path)
    do {
      return try Tensor(shape: shape, elements: elements)
    } catch {
      throw ArgumentFormError(path: path, problem: Phrase(of: error))
    }
  }

  /// Appends the numbers and returns the shape.
  private func read(
    into elements: inout [Double], _ path: String
  ) throws(ArgumentFormError) -> [Int] {
    switch self {
    case .number(let number):
      elements.append(number)
      return []
    case .list(let items):
      var inner: [Int]?
      for (place, item) in items.enumerated() {
        let shape = try item.read(into: &elements, "\(path)[\(place)]")
        if let inner, inner != shape {
          throw ArgumentFormError(
            path: path,
            problem: Phrase(
              "[\(place)] has shape \(Value.shapeText(shape)), [0] has \(Value.shapeText(inner)): all must have the same",
              zh:
                "[\(place)] 的形状是 \(Value.shapeText(shape))，[0] 的形状是 \(Value.shapeText(inner))：必须一致"
            ))
        }
        inner = shape
      }
      return [items.count] + (inner ?? [])
    case .tensor(let tensor):
      elements += tensor.elements
      return tensor.shape
    case .word, .record:
      throw ArgumentFormError(
        path: path,
        problem: Phrase(
          "expected a number, got \(kind(.english))", zh: "应为一个数，收到的是\(kind(.chinese))"))
    }
  }

  private func kind(_ language: Language) -> String {
    switch self {
    case .number(let number):
      let text = Int(exactly: number).map(String.init) ?? "\(number)"
      return Phrase("the number \(text)", zh: "数 \(text)")(language)
    case .word(let word):
      return Phrase("“\(printable(word))”", zh: "“\(printable(word))”")(language)
    case .list: return Phrase("a list", zh: "一个列表")(language)
    case .record: return Phrase("a record", zh: "一个结构")(language)
    case .tensor: return Phrase("a tensor", zh: "一个张量")(language)
    }
  }
}
