import Tensors
import Text

/// The reason why a wrong answer is wrong, as far as it can be determined.
///
/// A reason is reported only if it survives other inputs: the learner's function and the reference
/// are called with a dozen fresh samples, and the reason must hold on each of them.
public struct Diagnosis: Sendable {
  /// A reason and the parts of the answer that it explains.
  struct Reason: Sendable {
    enum Cause: Sendable {
      case misconception(Misconception)
      case observation(Observation)
      /// Arguments that were returned unchanged, one for each part.
      case unchanged([String])
      case supposition(Supposition)
      /// Arguments that the answer does not depend on, although the right one does.
      case unused([String])
    }

    let cause: Cause
    /// The parts of the answer that the reason explains, such as `dW2`; empty for the whole answer.
    let parts: [String]
  }

  /// The reasons, each for parts of the answer that no other reason explains.
  let reasons: [Reason]
  /// The wrong parts for which no reason is known.
  let unexplained: [String]

  init(reasons: [Reason], unexplained: [String] = []) {
    self.reasons = reasons
    self.unexplained = unexplained
  }

  /// The first misconception among the reasons.
  var misconception: Misconception? {
    reasons.lazy.compactMap { reason in
      if case .misconception(let found) = reason.cause { found } else { nil }
    }.first
  }

  /// Finds the reasons for a call's outcome that hold for the learner's function as a whole.
  static func of(_ call: Call, of exercise: any AnyExercise) -> Diagnosis? {
    guard call.outcome.isAnswer,
      let evidence = Evidence.ofLearner(of: exercise),
      let reasons = Diagnosis(
        evidence, of: .current, in: Bank(exercise.info, asking: .reference))
    else { return nil }
    return reasons.fits(call) ? reasons : nil
  }

  /// Whether a misconception that explains the whole answer also explains this call, where that is
  /// known.
  private func fits(_ call: Call) -> Bool {
    guard unexplained.isEmpty, reasons.count == 1, reasons[0].parts.isEmpty,
      let misconception
    else { return true }
    let mistaken = Host.reference.outcome(
      of: call.info, variant: misconception.id, call.arguments)
    return mistaken.isNotRecorded || call.outcome.matches(mistaken, within: call.info.tolerance)
  }
}

// MARK: Finding it

extension Diagnosis {
  /// The known mistakes of an exercise and the host that makes them.
  struct Bank {
    let misconceptions: [Misconception]
    private let info: ExerciseInfo
    let host: Host

    /// - Parameters:
    ///   - info: the exercise.
    ///   - host: the host that makes its mistakes.
    ///   - left: the ids of mistakes to ignore.
    init(_ info: ExerciseInfo, asking host: Host, leavingOut left: Set<String> = []) {
      misconceptions = host.misconceptions(of: info).filter { !left.contains($0.id) }
      self.info = info
      self.host = host
    }

    func outcome(of id: String, _ arguments: [Value]) -> Result<Value, CallFailure> {
      host.outcome(of: info, variant: id, arguments)
    }
  }

  /// Finds the reasons that the evidence supports; nil when there is none.
  init?(_ evidence: Evidence, of learner: Host, in bank: Bank) {
    guard evidence.isEnough, !evidence.wrongParts.isEmpty || evidence.isEverThrown else {
      return nil
    }
    if let whole = bank.misconceptions.first(where: { evidence.isExplained(by: $0, in: bank) }) {
      self.init(reasons: [Reason(cause: .misconception(whole), parts: [])])
      return
    }
    var open = evidence.wrongParts
    var reasons: [Reason] = []
    // An observation about one part is true whatever the other parts are; a misconception's
    // sentence may presume them right, and comes last.
    reasons.add(&open, evidence) { part in
      Observation.first(in: evidence, of: part).map { observation in
        if case .argument(let name) = observation {
          .unchanged([name])
        } else {
          .observation(observation)
        }
      }
    }
    reasons.add(&open, evidence) {
      evidence.supposition(behind: $0, asking: bank.host).map(Reason.Cause.supposition)
    }
    reasons.add(&open, evidence) {
      Observation.first(in: evidence, of: $0, isWeak: true).map(Reason.Cause.observation)
    }
    for misconception in bank.misconceptions where !open.isEmpty && evidence.partNames.count > 1 {
      let parts = evidence.parts(explainedBy: misconception, in: bank)
      guard !parts.isEmpty, parts.isSubset(of: open) else { continue }
      reasons.append(
        Reason(cause: .misconception(misconception), parts: evidence.ordered(parts)))
      open.subtract(parts)
    }
    // A supposition or a NaN in one part says little while another part is wrong for no known
    // reason.
    if !open.isEmpty {
      for reason in reasons where reason.cause.isWeak { open.formUnion(reason.parts) }
      reasons.removeAll(where: \.cause.isWeak)
    }
    if reasons.isEmpty {
      let unused = evidence.unusedArguments(of: learner, asking: bank.host)
      guard !unused.isEmpty else { return nil }
      self.init(reasons: [Reason(cause: .unused(unused), parts: [])])
      return
    }
    self.init(reasons: reasons, unexplained: evidence.ordered(open))
  }

  /// Whether the evidence supports every reason, including reasons found with other evidence.
  func holds(in evidence: Evidence, of learner: Host, in bank: Bank) -> Bool {
    reasons.allSatisfy { reason in
      switch reason.cause {
      case .misconception(let misconception):
        reason.parts.isEmpty
          ? evidence.isExplained(by: misconception, in: bank, atLeast: 0)
          : evidence.agrees(with: misconception, on: reason.parts, in: bank)
      case .observation(let observation):
        (reason.parts.isEmpty ? evidence.partNames : reason.parts).allSatisfy {
          observation.holds(in: evidence, of: $0, atLeast: 0)
        }
      case .unchanged(let names):
        zip(reason.parts.isEmpty ? evidence.partNames : reason.parts, names).allSatisfy {
          Observation.argument($1).holds(in: evidence, of: $0, atLeast: 0)
        }
      case .supposition(let supposition):
        (reason.parts.isEmpty ? evidence.partNames : reason.parts).allSatisfy {
          evidence.holds(supposition, of: $0, asking: bank.host, atLeast: 0)
        }
      case .unused(let names):
        evidence.isUnchanged(by: names, of: learner, asking: bank.host)
      }
    }
  }
}

extension [Diagnosis.Reason] {
  /// Adds the reasons found for open parts, merging equal ones, and closes those parts.
  fileprivate mutating func add(
    _ open: inout Set<String>, _ evidence: Evidence,
    _ find: (String) -> Diagnosis.Reason.Cause?
  ) {
    var found: [(cause: Diagnosis.Reason.Cause, parts: [String])] = []
    for part in evidence.ordered(open) {
      guard let cause = find(part) else { continue }
      open.remove(part)
      if let index = found.firstIndex(where: { $0.cause.isSame(as: cause) }) {
        found[index].parts.append(part)
        found[index].cause = found[index].cause.joined(with: cause)
      } else {
        found.append((cause, [part]))
      }
    }
    self += found.map { cause, parts in
      Diagnosis.Reason(cause: cause, parts: parts.count == evidence.partNames.count ? [] : parts)
    }
  }
}

// MARK: Saying it

extension Diagnosis {
  /// Returns one sentence per reason, beginning with the parts that it is about.
  func sentences(_ language: Language) -> [String] {
    var lines = reasons.map { reason in
      let names = Self.list(reason.parts, language)
      let place = names.isEmpty ? "" : names + Phrase(": ", zh: "：")(language)
      return place + reason.cause.sentence(language)
    }
    if !unexplained.isEmpty {
      let names = Self.list(unexplained, language)
      let isPlural = unexplained.count > 1
      lines.append(
        Phrase(
          "\(names) \(isPlural ? "are" : "is") also wrong, for an unknown reason.",
          zh: "此外 \(names) 也不对，原因还不清楚。")(language))
    }
    return lines
  }

  private static func list(_ names: [String], _ language: Language) -> String {
    guard names.count > 1, let last = names.last else { return names.first ?? "" }
    return names.dropLast().joined(separator: Phrase(", ", zh: "、")(language))
      + Phrase(" and ", zh: " 和 ")(language) + last
  }
}

extension Diagnosis.Reason.Cause {
  /// Whether both reasons are said in one sentence.
  fileprivate func isSame(as other: Self) -> Bool {
    if case .unchanged = self, case .unchanged = other { true } else { sentence == other.sentence }
  }

  /// Whether the reason says little unless everything is explained.
  fileprivate var isWeak: Bool {
    switch self {
    case .supposition, .observation(.notANumber): true
    case .misconception, .observation, .unchanged, .unused: false
    }
  }

  fileprivate func joined(with other: Self) -> Self {
    if case .unchanged(let mine) = self, case .unchanged(let theirs) = other {
      .unchanged(mine + theirs)
    } else {
      self
    }
  }

  var sentence: Phrase {
    switch self {
    case .unchanged(let names) where names.count == 1: Observation.argument(names[0]).sentence
    case .unchanged:
      Phrase(
        "These are the arguments, unchanged: is the update computed and never kept or returned?",
        zh: "这些就是传入的参数，原封不动：是不是算出了更新，却没有保存或返回？")
    case .misconception(let misconception): misconception.sentence
    case .observation(let observation): observation.sentence
    case .supposition(let supposition): supposition.sentence
    case .unused(let names):
      Phrase(
        "The answer stays the same whatever \(names.joined(separator: " and ")) "
          + "\(names.count > 1 ? "are" : "is"); the right one changes.",
        zh: "无论 \(names.joined(separator: "、")) 是什么，你的结果都不变；正确的结果会随之改变。")
    }
  }
}
