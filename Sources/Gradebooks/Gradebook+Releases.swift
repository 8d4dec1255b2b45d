import Intake
public import Text

extension Gradebook {
  /// Returns a remark naming the students whose work was made with another release than the one
  /// that graded, and both releases; nil when there are none.
  public func releaseRemark(_ language: Language) -> String? {
    var students: [String: [String]] = [:]
    for row in rows {
      for case .otherRelease(_, let other, _) in row.flags
      where students[other]?.last != row.student.id {
        students[other, default: []].append(row.student.id)
      }
    }
    guard !students.isEmpty else { return nil }
    let lists = students.sorted { $0.key < $1.key }.map { other, ids in
      let rest = ids.count - Self.mostNamed
      let named = ids.prefix(Self.mostNamed)
      let more =
        rest > 0 ? Phrase(" and \(rest) more", zh: " 等 \(ids.count) 人")(language) : ""
      return Phrase(
        "\(other) (\(named.joined(separator: ", "))\(more))",
        zh: "\(other)（\(named.joined(separator: "、"))\(more)）")(language)
    }
    return Phrase(
      "graded with release \(release); made from another: \(lists.joined(separator: "; "))",
      zh: "评分所用的版本是 \(release)；基于其他版本的提交：\(lists.joined(separator: "；"))")(language)
  }

  private static let mostNamed = 10
}
