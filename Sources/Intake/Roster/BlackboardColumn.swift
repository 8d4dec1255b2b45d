import Foundation

/// The heading of a grade column in Blackboard's download, `C1W2 [Total Pts: 100 Score] |98765`.
///
/// The upload finds the column by the number after the bar, which "should not be changed or
/// deleted"; columns without one are created anew, as text worth nothing (Blackboard Help, *Work
/// Offline With Grade Data*).
package struct BlackboardColumn {
  package let title: String
  package let id: String
  /// The maximum, or 100 where grades are shown as percentages; nil for a column that is not
  /// numeric.
  package let possible: Double?

  package init?(_ heading: String) {
    guard let found = heading.wholeMatch(of: #/(.*?)\s*\[([^\[\]]*)\]\s*\|\s*(\d+)/#) else {
      return nil
    }
    title = String(found.1)
    id = String(found.3)
    let kind = found.2.lowercased()
    let worth = found.2.matches(of: #/[\d.,]+/#).last.flatMap { LocalNumber(String($0.output)) }
    let isText = ["text", "letter", "complete", "文本", "字母"].contains { kind.contains($0) }
    possible = isText ? nil : kind.contains("percent") || kind.contains("百分") ? 100 : worth?.value
  }
}
