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
