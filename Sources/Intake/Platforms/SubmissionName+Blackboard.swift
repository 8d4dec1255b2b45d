extension SubmissionName {
  /// Blackboard's download: `Week 2_jdoe_attempt_2026-11-20-22-10-11_File.swift`.
  ///
  /// The title of the assignment, the user's name (or the group's), the word for an attempt in the
  /// course's language, the time at which the attempt was handed in by the server's clock, and the
  /// file's name. Beside the files of each attempt stands a text without a file's name, which
  /// Blackboard writes. As nbgrader's collector has it, `ps1_bitdiddle_attempt_2016-01-30-15-00-00_
  /// problem1.ipynb` (nbgrader/plugins/zipcollect.py), and the readers of CodeGrade.
  static func blackboard(_ name: String) -> SubmissionName? {
    guard name.utf8.count(where: { $0 == UInt8(ascii: "-") }) >= 5,
      name.utf8.contains(UInt8(ascii: "_")),
      let match = name.firstMatch(
        of: #/^(.+)_(\p{L}+)_(\d{4}-\d\d-\d\d)-(\d\d)-(\d\d)-(\d\d)(?:_(.+)|(\.txt))$/#)
    else { return nil }
    let head = match.1.split(separator: "_", omittingEmptySubsequences: false)
    guard head.count > 1, let user = head.last, !user.isEmpty else { return nil }
    // Neither titles nor names of users are free of `_`.
    let ids = (1..<head.count).reversed().map { head[$0...].joined(separator: "_") }
    let moment = "\(match.3) \(match.4):\(match.5):\(match.6)"
    var found = SubmissionName(
      .blackboard, ids: ids, student: String(user), key: String(user),
      file: match.7.map(String.init) ?? "")
    found.moment = moment
    found.isPlatforms = match.8 != nil
    return found
  }
}
