import Foundation

/// What the name of a file or folder at the top of a class tells.
struct SubmissionName: Equatable {
  enum Layout: Equatable {
    case canvas, moodle, plain
  }

  let layout: Layout
  /// The platform's own number of the student.
  var id: String?
  /// What the name calls the student.
  let student: String
  /// The file's name without what the platform put before it; empty for a folder.
  let file: String
  /// 1 for the first upload of a file of this name.
  var attempt = 1

  /// Canvas's bulk download, `doejane_LATE_12345_67890_File-1.swift`: the student's name and id, the
  /// upload's id, and -1 behind the name of a file that was uploaded again.
  init?(canvas name: String) {
    let parts = name.components(separatedBy: "_")
    guard
      let index = parts.indices.dropFirst().first(where: {
        $0 + 2 < parts.count && parts[$0].isNumber && parts[$0 + 1].isNumber
      })
    else { return nil }
    let isLate = parts[index - 1] == "LATE" && index > 1
    let file = parts[(index + 2)...].joined(separator: "_")
    layout = .canvas
    id = parts[index]
    student = parts[..<(isLate ? index - 1 : index)].joined(separator: "_")
    (self.file, attempt) = Self.withoutSuffix(file)
  }

  /// Moodle's download, `Jane Doe_123456_assignsubmission_file_` as a folder or before the file's
  /// name.
  init?(moodle name: String) {
    guard let marker = name.range(of: "_assignsubmission_") else { return nil }
    let head = name[..<marker.lowerBound]
    guard let line = head.lastIndex(of: "_") else { return nil }
    let number = String(head[head.index(after: line)...])
    guard number.isNumber else { return nil }
    layout = .moodle
    id = number
    student = String(head[..<line])
    // After the marker stands the kind of submission, `file` or `onlinetext`.
    let tail = name[marker.upperBound...]
    file = tail.firstIndex(of: "_").map { String(tail[tail.index(after: $0)...]) } ?? ""
  }

  /// `ana_LogisticRegression.swift`, where the part behind is a file of the course.
  init?(loose name: String, listed: some Sequence<String>) {
    guard let file = listed.first(where: name.hasSuffix) else { return nil }
    let head = name.dropLast(file.count)
    guard let last = head.last, "_-. ".contains(last) else { return nil }
    let student = head.drop { "_-. ".contains($0) }.reversed().drop { "_-. ".contains($0) }
    guard !student.isEmpty else { return nil }
    layout = .plain
    self.student = String(student.reversed())
    self.file = file
  }

  init(plain student: String, file: String) {
    layout = .plain
    self.student = student
    self.file = file
  }

  /// `File-2.swift` is the third upload of `File.swift`.
  private static func withoutSuffix(_ name: String) -> (String, attempt: Int) {
    let stem = name.prefix { $0 != "." }
    let digits = stem.suffix { $0.isASCII && $0.isNumber }
    let head = stem.dropLast(digits.count)
    guard head.count > 1, head.last == "-", let count = Int(digits), (1..<1000).contains(count)
    else { return (name, 1) }
    return (String(head.dropLast()) + name.dropFirst(stem.count), count + 1)
  }
}

extension String {
  fileprivate var isNumber: Bool { !isEmpty && utf8.allSatisfy { (0x30...0x39).contains($0) } }
}

extension Substring {
  fileprivate func suffix(while predicate: (Character) -> Bool) -> Substring {
    self[(lastIndex { !predicate($0) }.map(index(after:)) ?? startIndex)...]
  }
}
