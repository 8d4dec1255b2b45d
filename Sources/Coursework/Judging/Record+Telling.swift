import Text

extension Record {
  /// The rank of the message's reason: 2 names a known mistake, 1 gives another reason, 0 none.
  public var reasonRank: Int {
    if misconception != nil { return 2 }
    let isReason = message.split(separator: "\n").contains { line in
      Language.allCases.contains { line.hasPrefix(Report.why($0)) }
    }
    return isReason ? 1 : 0
  }
}

extension Sequence<Record> {
  /// The records of an exercise.
  public func of(_ info: ExerciseInfo) -> [Record] {
    filter { $0.week == info.week && $0.exercise == info.name }
  }

  /// The failed records in the order in which they are reported: explained ones first, then by the
  /// length of the message, since the shortest has the smallest input.
  public var failuresToTell: [Record] {
    filter(\.verdict.isRed).sorted {
      (-$0.reasonRank, $0.message.count) < (-$1.reasonRank, $1.message.count)
    }
  }
}
