import Files
import Foundation

extension Submission {
  /// The digest of the exact sources: equal digests mean equal files in every week.
  package var digest: String {
    var hash = SHA256()
    for (week, source) in sources.sorted(by: { $0.key < $1.key }) {
      hash.update(Data("\(week) \(source.count)\n".utf8))
      hash.update(source)
      for (name, helper) in (helpers[week] ?? [:]).sorted(by: { $0.key < $1.key }) {
        hash.update(Data("\(week)/\(name) \(helper.count)\n".utf8))
        hash.update(helper)
      }
    }
    return hash.hex()
  }
}
