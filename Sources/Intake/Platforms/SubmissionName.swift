import Foundation

/// The information in the name of a file or folder at the top level of a class.
struct SubmissionName: Equatable {
  enum Layout: Equatable {
    case canvas, moodle, blackboard, brightspace, gradescope, plain

    /// Whether the platform packed the files, so that their own times are those of the download.
    var isBulkDownload: Bool { self != .plain }
  }

  var layout: Layout = .plain
  /// The platform's own ids of the student.
  var ids: [String] = []
  /// The student's name; empty where the platform hides it.
  var student: String
  /// A key that distinguishes the students of a class.
  var key: String
  /// The file's name without the platform's prefix; empty for a folder.
  var file: String
  /// The number of the upload of a file with this name, from 1.
  var attempt = 1
  /// The time of the hand-in, as written by the platform.
  var moment: String?
  /// Whether the platform marked it as late; nil if it says nothing.
  var isLate: Bool?
  /// Whether the file was written by the platform rather than a student.
  var isPlatforms = false

  /// Parses a name as the platforms write it; nil for any other name.
  init?(platform name: String) {
    guard
      let found = Self.moodle(name) ?? Self.blackboard(name) ?? Self.brightspace(name)
        ?? Self.gradescope(name) ?? Self.canvas(name)
    else {
      return nil
    }
    self = found
  }

  /// Returns whether a folder has ILIAS's form: family name, given name, login and the user's number,
  /// joined by `_` (ILIAS-eLearning/ILIAS, Modules/Exercise/classes/class.ilExSubmission.php,
  /// `downloadAllAssignmentFiles`).
  static func isIlias(_ folder: String) -> Bool {
    folder.wholeMatch(of: #/.*_.*_.+_\d+/#) != nil
  }

  /// Parses `ana_LogisticRegression.swift`, where the last part is a file of the course, or
  /// `LogisticRegression - Ana Roe.swift`, as Google Forms names an uploaded file.
  init?(loose name: String, listed: some Sequence<String>) {
    if let form = Self.form(name, listed: listed) {
      self = form
      return
    }
    let folded = name.lowercased()
    guard let file = listed.first(where: { folded.hasSuffix($0.lowercased()) }) else { return nil }
    let head = name.dropLast(file.count)
    guard let last = head.last, "_-. ".contains(last) else { return nil }
    let student = head.drop { "_-. ".contains($0) }.reversed().drop { "_-. ".contains($0) }
    guard !student.isEmpty else { return nil }
    self.init(plain: String(student.reversed()), file: String(name.suffix(file.count)))
  }

  private static func form(_ name: String, listed: some Sequence<String>) -> SubmissionName? {
    guard name.contains(" - ") else { return nil }
    for file in listed where file.hasSuffix(".swift") {
      let head = file.dropLast(".swift".count).lowercased() + " - "
      guard name.lowercased().hasPrefix(head), name.lowercased().hasSuffix(".swift") else {
        continue
      }
      let student = name.dropFirst(head.count).dropLast(".swift".count)
      let words = student.lowercased().split { !$0.isLetter }.map(String.init)
      guard !words.isEmpty, !words.allSatisfy(versions.contains) else { return nil }
      return SubmissionName(plain: String(student), file: file)
    }
    return nil
  }

  /// Words behind a file's name that no student is called.
  private static let versions = WeekFileName.copies.union(WeekFileName.older)
    .union(["final", "new", "version", "v", "solution"])

  init(plain student: String, file: String) {
    self.student = student
    key = student
    self.file = file
  }

  init(_ layout: Layout, ids: [String], student: String, key: String, file: String) {
    self.layout = layout
    self.ids = ids
    self.student = student
    self.key = key
    self.file = file
  }
}

extension StringProtocol {
  /// Whether it consists only of the digits 0 to 9, and at least one.
  var isNumber: Bool { !isEmpty && utf8.allSatisfy { (0x30...0x39).contains($0) } }
}
