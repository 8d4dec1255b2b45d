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
    var section: Substring?
    for line in text.split(whereSeparator: \.isNewline) {
      let indent = line.prefix { $0 == " " }.count
      var content = line.dropFirst(indent)
      if indent == 0, content.hasSuffix(":"), !content.hasPrefix(":"), !content.hasPrefix("-") {
        current = String(content.dropLast())
        section = nil
        continue
      }
      guard let name = current else { continue }
      let isItem = content.hasPrefix("- ")
      if isItem { content = content.dropFirst(2) }
      guard let match = content.wholeMatch(of: #/:?(\w+):\s*(.*)/#) else { continue }
      if indent == 2, !isItem {
        section = match.1
        if match.1 == "created_at" {
          submissions[name, default: Submission()].created = Self.unquoted(match.2)
        }
      }
      // Results and earlier submissions have names and times of their own.
      guard section == "submitters", isItem || indent > 2 else { continue }
      var submission = submissions[name] ?? Submission()
      if isItem { submission.submitters.append(("", [])) }
      if let last = submission.submitters.indices.last {
        let value = Self.unquoted(match.2)
        switch match.1 {
        case "name": submission.submitters[last].name = value
        case "sid", "email":
          if !value.isEmpty { submission.submitters[last].ids.append(value) }
        default: break
        }
      }
      submissions[name] = submission
    }
  }

  /// Returns a scalar's text: as it stands, in single quotes, where a doubled one is a quote, or in
  /// double quotes, with the escapes of YAML 1.1 for what is not printable ASCII.
  private static func unquoted(_ value: Substring) -> String {
    let value = value.trimmingCharacters(in: .whitespaces)
    guard value.count >= 2, let quote = value.first, "'\"".contains(quote), value.last == quote
    else { return ["null", "~"].contains(value) ? "" : value }
    let inner = String(value.dropFirst().dropLast())
    guard quote == "\"" else { return inner.replacing("''", with: "'") }
    let escape = #/\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/#
    return inner.replacing(escape) { match in
      if let digits = match.1 ?? match.2 ?? match.3 {
        return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init).map { String($0) } ?? ""
      }
      return match.4.map { $0 == "n" || $0 == "t" ? " " : String($0) } ?? ""
    }
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
