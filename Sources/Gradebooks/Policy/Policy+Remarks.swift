import Foundation
import Intake
public import Text

extension Policy {
  /// Returns what an instructor should know about the marks as a whole: which rest on the platform's
  /// mark of what is late.
  public func remarks(on attempts: [Attempt], of weeks: [String]) -> [Phrase] {
    guard late != nil else { return [] }
    let assumed = weeks.filter { week in
      deadlines[week] != nil && platformDeadlines[week] == nil
        && attempts.contains { attempt in
          guard case .platform = attempt.time(of: week) else { return false }
          return attempt.weeks.contains { $0.id == week && $0.isHandedIn }
        }
    }
    guard !assumed.isEmpty else { return [] }
    return [
      Phrase(
        "\(assumed.joined(separator: ", ")): the platform says only who was late, by its own due date, "
          + "which is taken to be the policy's deadline. If it is another, say so in the policy, under "
          + "\"platformDeadlines\"",
        zh: "\(assumed.joined(separator: "、"))：平台只说谁迟交，以平台上的截止时间为准，这里当作与评分规则的相同。"
          + "如果不同，请在评分规则的 \"platformDeadlines\" 里写明")
    ]
  }
}
