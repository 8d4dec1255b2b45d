import Foundation

/// What the name of a file or folder at the top of a class tells.
struct SubmissionName: Equatable {
  enum Layout: Equatable {
    case canvas, moodle, blackboard, brightspace, gradescope, plain

    /// Whether the platform has packed the files, so that their own times are those of the download.
    var isBulkDownload: Bool { self != .plain }
  }

  var layout: Layout = .plain
  /// The platform's own ids of the student.
  var ids: [String] = []
  /// What the name calls the student; empty where the platform hides it.
  var student: String
  /// What tells students of one class apart.
  var key: String
  /// The file's name without what the platform put before it; empty for a folder.
  var file: String
  /// 1 for the first upload of a file of this name.
  var attempt = 1
  /// When it came in, as the name has it, in the platform's own words.
  var moment: String?
  /// Whether the platform says that it was late; nil where it says nothing.
  var isLate: Bool?
  /// Whether the platform wrote the file itself, and no student.
  var isPlatforms = false

  /// Reads a name as the platforms write it; nil for a name that no platform has written.
  init?(platform name: String) {
    guard
      let found = Self.moodle(name) ?? Self.blackboard(name) ?? Self.brightspace(name)
        ?? Self.gradescope(name) ?? Self.canvas(name)
    else {
      return nil
    }
    self = found
  }

  /// `ana_LogisticRegression.swift`, where the part behind is a file of the course.
  init?(loose name: String, listed: some Sequence<String>) {
    let folded = name.lowercased()
    guard let file = listed.first(where: { folded.hasSuffix($0.lowercased()) }) else { return nil }
    let head = name.dropLast(file.count)
    guard let last = head.last, "_-. ".contains(last) else { return nil }
    let student = head.drop { "_-. ".contains($0) }.reversed().drop { "_-. ".contains($0) }
    guard !student.isEmpty else { return nil }
    self.init(plain: String(student.reversed()), file: String(name.suffix(file.count)))
  }

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
  /// Whether it consists of the digits 0 to 9, one at least.
  var isNumber: Bool { !isEmpty && utf8.allSatisfy { (0x30...0x39).contains($0) } }
}
