import Foundation

extension SubmissionName {
  /// Recognizes Blackboard's download: `Week 2_jdoe_attempt_2026-11-20-22-10-11_File.swift`.
  ///
  /// The parts are the title of the assignment, the user's (or group's) name, the word for an
  /// attempt in the course's language, the time of the attempt by the server's clock, and the
  /// file's name. Beside the files of each attempt is a text by Blackboard whose name lacks the
  /// last part. The form is that of nbgrader's collector,
  /// `ps1_bitdiddle_attempt_2016-01-30-15-00-00_problem1.ipynb` (jupyter/nbgrader,
  /// nbgrader/plugins/zipcollect.py). A file that was downloaded so and handed in again has the form
  /// twice: the first one is the platform's.
  static func blackboard(_ name: String) -> SubmissionName? {
    guard name.utf8.count(where: { $0 == UInt8(ascii: "-") }) >= 5,
      name.utf8.contains(UInt8(ascii: "_")),
      let match = name.firstMatch(
        of: #/^(.+?)_(\p{L}+)_(\d{4}-\d\d-\d\d)-(\d\d)-(\d\d)-(\d\d)(?:_(.+)|(\.txt))$/#)
    else { return nil }
    let head = match.1.split(separator: "_", omittingEmptySubsequences: false)
    guard head.count > 1, let user = head.last, !user.isEmpty else { return nil }
    // Both titles and user names may contain `_`: only their neighbours tell where a name begins.
    let ids = (1..<head.count).reversed().map { head[$0...].joined(separator: "_") }
    let moment = "\(match.3) \(match.4):\(match.5):\(match.6)"
    var found = SubmissionName(
      .blackboard, ids: ids, student: String(user), key: String(match.1),
      file: match.7.map(String.init) ?? "")
    found.moment = moment
    found.isPlatforms = match.8 != nil
    return found
  }

  /// Returns the possible users in a download, the shortest first, by what precedes the word for an
  /// attempt.
  ///
  /// All files have the same title: of `HW_2_a_lee` and `HW_2_b_lee` it is `HW_2` or `HW`, but not
  /// `HW_2_a`. Of a single one, nothing tells.
  static func blackboardUsers(in heads: Set<String>) -> [String: [String]] {
    var users: [String: [String]] = [:]
    for alike in Dictionary(grouping: heads, by: { $0.prefix { $0 != "_" } }).values {
      guard let first = alike.first, alike.count > 1 else { continue }
      let common = alike.dropFirst().reduce(first) { $0.commonPrefix(with: $1, options: .literal) }
      let lines = common.indices.filter { common[$0] == "_" }.reversed()
      for head in alike {
        users[head] = lines.map { String(head.dropFirst(common[...$0].count)) }
          .filter { !$0.isEmpty }
      }
    }
    return users.filter { !$0.value.isEmpty }
  }
}
