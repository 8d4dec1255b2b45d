import Tensors
import Text

/// A change of the arguments under which the learner's answer would be the right one.
struct Supposition: Equatable, Sendable {
  enum Change: String, CaseIterable, Sendable {
    case zero, one, oneMore, oneLess, negated, complement, doubled, halved, tenfold, turned
  }

  enum Kind: Equatable, Sendable {
    case changed(Change)
    case exchanged(with: String)
  }

  let argument: String
  let kind: Kind

  /// All suppositions that apply to a call.
  static func all(for arguments: [Value], _ info: ExerciseInfo) -> [Supposition] {
    let parts = zip(info.parameters, arguments).flatMap { name, value in
      value.parts.map { (name: $0.name.isEmpty ? name : "\(name).\($0.name)", values: $0.values) }
    }
    let changes = parts.flatMap { part in
      Change.allCases.filter { change in part.values.contains { $0.changed(change) != nil } }
        .map { Supposition(argument: part.name, kind: .changed($0)) }
    }
    let names = Array(zip(info.parameters, arguments))
    let exchanges = names.indices.flatMap { first in
      names.indices.dropFirst(first + 1).filter { names[first].1.isExchangeable(names[$0].1) }
        .map { Supposition(argument: names[first].0, kind: .exchanged(with: names[$0].0)) }
    }
    return changes + exchanges
  }

  /// Returns the arguments with the supposed change, if it can be made.
  func applied(to arguments: [Value], _ info: ExerciseInfo) -> [Value]? {
    let pieces = argument.split(separator: ".", maxSplits: 1).map(String.init)
    guard let index = info.parameters.firstIndex(of: pieces[0]), index < arguments.count else {
      return nil
    }
    var changed = arguments
    switch kind {
    case .changed(let change):
      let part = pieces.count > 1 ? pieces[1] : ""
      changed[index] = arguments[index].mapping(part: part) { $0.changed(change) ?? $0 }
    case .exchanged(let other):
      guard let second = info.parameters.firstIndex(of: other) else { return nil }
      changed.swapAt(index, second)
    }
    return changed
  }
}

extension Value {
  /// Returns the changed value; nil where the change is impossible or meaningless.
  fileprivate func changed(_ change: Supposition.Change) -> Value? {
    switch (self, change) {
    case (.integer, .zero): .integer(0)
    case (.integer, .one): .integer(1)
    case (.integer(let number), .oneMore): .integer(number + 1)
    case (.integer(let number), .oneLess): .integer(number - 1)
    case (.number, .zero): .number(0)
    case (.number, .one): .number(1)
    case (.number(let number), .negated): .number(-number)
    case (.number(let number), .complement): number > 0 && number < 1 ? .number(1 - number) : nil
    case (.number(let number), .doubled): .number(number * 2)
    case (.number(let number), .halved): .number(number / 2)
    case (.number(let number), .tenfold): .number(number * 10)
    case (.boolean(let flag), .complement): .boolean(!flag)
    case (.tensor(let tensor), .zero): .tensor(tensor * 0)
    case (.tensor(let tensor), .negated): .tensor(-tensor)
    case (.tensor(let tensor), .complement):
      tensor.elements.allSatisfy { $0 == 0 || $0 == 1 } ? .tensor(1 - tensor) : nil
    case (.tensor(let tensor), .turned):
      tensor.rank >= 2 && tensor.shape[0] == tensor.shape[1] && tensor.shape[0] > 1
        ? (try? tensor.transposed([1, 0] + Array(2..<tensor.rank))).map(Value.tensor) : nil
    default: nil
    }
  }

  fileprivate func isExchangeable(_ other: Value) -> Bool {
    switch (self, other) {
    case (.number, .number): true
    case (.tensor(let mine), .tensor(let theirs)): mine.shape == theirs.shape
    default: false
    }
  }
}

// MARK: In many samples

extension Evidence {
  /// Finds a change of the arguments that makes a part of the learner's answers right.
  ///
  /// A recording holds no answers to changed arguments, so none is found there.
  func supposition(behind part: String, asking reference: Host) -> Supposition? {
    guard let first = samples.first else { return nil }
    return Supposition.all(for: first.arguments, info).first {
      holds($0, of: part, asking: reference, atLeast: Self.leastAgreement)
    }
  }

  func holds(
    _ supposition: Supposition, of part: String, asking reference: Host, atLeast least: Int
  ) -> Bool {
    var borneOut = 0
    for sample in samples {
      guard let arguments = supposition.applied(to: sample.arguments, info) else { return false }
      let supposed = reference.outcome(of: info, arguments)
      // If everything is NaN, every supposition fits.
      guard case .success(let value) = supposed, !value.tensors.contains(where: \.hasNaN),
        agree(sample.actual, supposed, on: part)
      else { return false }
      if !agree(supposed, sample.right, on: part) { borneOut += 1 }
    }
    return borneOut >= least
  }
}

extension Supposition {
  var sentence: Phrase {
    switch kind {
    case .changed(let change):
      Phrase(
        "This would be right if \(argument) \(change.words.english): \(change.question.english)",
        zh:
          "如果\(change.words.chinese.replacing("@", with: argument))，这就是对的：\(change.question.chinese)"
      )
    case .exchanged(let other):
      Phrase(
        "This would be right if \(argument) and \(other) were exchanged: which is which?",
        zh: "如果把 \(argument) 和 \(other) 对调，这就是对的：是不是弄混了？")
    }
  }
}

extension Supposition.Change {
  fileprivate var words: Phrase {
    switch self {
    case .zero: Phrase("were zero", zh: " @ 是零")
    case .one: Phrase("were 1", zh: " @ 是 1")
    case .oneMore: Phrase("were one more", zh: " @ 多 1")
    case .oneLess: Phrase("were one less", zh: " @ 少 1")
    case .negated: Phrase("had the other sign", zh: " @ 的符号相反")
    case .complement: Phrase("were one minus itself", zh: " @ 换成 1 - @")
    case .doubled: Phrase("were twice as large", zh: " @ 是两倍")
    case .halved: Phrase("were half as large", zh: " @ 是一半")
    case .tenfold: Phrase("were ten times as large", zh: " @ 是十倍")
    case .turned: Phrase("had its rows and columns exchanged", zh: " @ 的行和列互换")
    }
  }

  fileprivate var question: Phrase {
    switch self {
    case .zero, .one: Phrase("is it left out, or a number in its place?", zh: "是不是漏了它，或者写成了常数？")
    case .oneMore, .oneLess: Phrase("where does the counting begin?", zh: "从几开始数？")
    case .negated: Phrase("look for a sign.", zh: "检查正负号。")
    case .complement: Phrase("are the two roles exchanged?", zh: "是不是把两者的角色弄反了？")
    case .doubled, .halved, .tenfold: Phrase("look for that factor.", zh: "检查这个因子。")
    case .turned: Phrase("look for an index or a transpose.", zh: "检查下标顺序或转置。")
    }
  }
}
