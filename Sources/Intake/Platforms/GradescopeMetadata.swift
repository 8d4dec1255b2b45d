import Foundation

/// The file `submission_metadata.yml` of Gradescope's export of an assignment.
///
/// ```text
/// submission_123456:
///   :submitters:
///   - :name: Jane Doe
///     :sid: '12345'
///     :email: jane@example.edu
///   :created_at: 2026-11-20 21:15:43.514087000 Z
/// ```
///
/// The export has a folder `submission_123456` for each submission, and several submitters where a
/// group handed in. Ruby's YAML library writes it with symbols as keys: only these few lines are
/// parsed. The layout follows Otter-Grader's reader (ucbds-infra/otter-grader,
/// otter/grade/metadata.py).
struct GradescopeMetadata: Sendable {
  static let fileName = "submission_metadata.yml"
  /// The largest file that is read, in bytes.
  static let largestFile = 16 << 20

  struct Submission: Sendable {
    var submitters: [(name: String, ids: [String])] = []
    var created: String?
  }

  private(set) var submissions: [String: Submission] = [:]

  init(_ text: String) {
    var current: String?
    for line in text.split(whereSeparator: \.isNewline) {
      let indent = line.prefix { $0 == " " }.count
      var content = line.dropFirst(indent)
      if indent == 0, content.hasSuffix(":"), !content.hasPrefix(":"), !content.hasPrefix("-") {
        current = String(content.dropLast())
        continue
      }
      // Below the submitters come results, which have names and times of their own.
      guard let name = current, indent <= 4 else { continue }
      let isItem = content.hasPrefix("- ")
      if isItem { content = content.dropFirst(2) }
      guard let match = content.wholeMatch(of: #/:(\w+):\s*(.*)/#) else { continue }
      let value = Self.unquoted(match.2)
      switch match.1 {
      case "name":
        guard isItem else { continue }
        submissions[name, default: Submission()].submitters.append((value, []))
      case "sid", "email":
        guard var submission = submissions[name], let last = submission.submitters.indices.last,
          !value.isEmpty
        else { continue }
        submission.submitters[last].ids.append(value)
        submissions[name] = submission
      case "created_at" where indent == 2:
        submissions[name, default: Submission()].created = value
      default: break
      }
    }
  }

  private static func unquoted(_ value: Substring) -> String {
    let value = value.trimmingCharacters(in: .whitespaces)
    guard value.count >= 2, let quote = value.first, "'\"".contains(quote), value.last == quote
    else { return value }
    return String(value.dropFirst().dropLast()).replacing("\(quote)\(quote)", with: "\(quote)")
  }
}

extension SubmissionName {
  /// Recognizes a folder of Gradescope's export, whose name contains the submission's number.
  static func gradescope(_ name: String) -> SubmissionName? {
    guard name.hasPrefix("submission_"), name.dropFirst("submission_".count).isNumber else {
      return nil
    }
    return SubmissionName(.gradescope, ids: [], student: "", key: name, file: "")
  }
}
