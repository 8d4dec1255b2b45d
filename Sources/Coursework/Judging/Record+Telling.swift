import Text

extension Record {
  /// How much the message says of the reason: 2 names a known mistake, 1 gives another reason.
  public var reasonRank: Int {
    if misconception != nil { return 2 }
    let isReason = message.split(separator: "\n").contains { line in
      Language.allCases.contains { line.hasPrefix(Report.why($0)) }
    }
    return isReason ? 1 : 0
  }
}

extension Sequence<Record> {
  /// Those of an exercise.
  public func of(_ info: ExerciseInfo) -> [Record] {
    filter { $0.week == info.week && $0.exercise == info.name }
  }

  /// Those that failed, in the order in which they are told: what is explained first; then the
  /// shortest message, which has the smallest input.
  public var failuresToTell: [Record] {
    filter(\.verdict.isRed).sorted {
      (-$0.reasonRank, $0.message.count) < (-$1.reasonRank, $1.message.count)
    }
  }
}
