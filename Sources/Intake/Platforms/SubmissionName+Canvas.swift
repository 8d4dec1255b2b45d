import Foundation

extension SubmissionName {
  /// Recognizes Canvas's bulk download: `doejane_LATE_12345_67890_File-1.swift`.
  ///
  /// `ContentZipper#get_filename` joins the student's sortable name in lower case, `LATE` if the
  /// submission is late, and the user's id with `_`, and removes everything but letters, digits and
  /// `_`; `add_upload_submission` adds the upload's id and the file's name. An entered text is
  /// `…_text.html` and a link `…_link.html`, without an upload's id. Anonymous students are
  /// `anon_Ab3dE` in place of name and id. A file that is handed in again under the same name
  /// becomes `File-1.swift` (`Attachment.make_unique_filename`). Entries are written without a
  /// time, so each has that of the download.
  /// (instructure/canvas-lms, lib/content_zipper.rb and app/models/attachment.rb)
  ///
  /// A name without `LATE` means that the submission was on time.
  static func canvas(_ name: String) -> SubmissionName? {
    // Most names in a class are folders of a package and contain no `_`.
    guard name.utf8.contains(UInt8(ascii: "_")) else { return nil }
    return anonymousCanvas(name) ?? namedCanvas(name)
  }

  private static func namedCanvas(_ name: String) -> SubmissionName? {
    let parts = name.components(separatedBy: "_")
    func isEntered(_ index: Int) -> Bool {
      index + 2 == parts.count && ["text.html", "link.html"].contains(parts[index + 1])
    }
    guard
      let index = parts.indices.dropFirst().first(where: { index in
        parts[index].isNumber
          && (isEntered(index) || index + 2 < parts.count && parts[index + 1].isNumber)
      }), !isDate(parts[index...])
    else { return nil }
    let isLate = parts[index - 1] == "LATE" && index > 1
    let file = parts[(index + (isEntered(index) ? 1 : 2))...].joined(separator: "_")
    let student = parts[..<(isLate ? index - 1 : index)].joined(separator: "_")
    return canvas(
      ids: [parts[index]], student: student, key: parts[index], file: file, isLate: isLate)
  }

  /// Returns whether parts begin with a year and a month: `wang_2026_11_20` is a student's own name.
  private static func isDate(_ parts: ArraySlice<String>) -> Bool {
    guard let year = parts.first, let month = parts.dropFirst().first else { return false }
    return year.wholeMatch(of: #/20\d\d/#) != nil && (1...12).contains(Int(month) ?? 0)
  }

  private static func anonymousCanvas(_ name: String) -> SubmissionName? {
    guard name.hasPrefix("anon_") || name.hasPrefix("LATE_anon_"),
      let match = name.wholeMatch(
        of: #/(LATE_)?anon_([A-Za-z0-9]{5})_(?:\d+_)?(.+)/#)
    else { return nil }
    return canvas(
      ids: [], student: "", key: "anon_\(match.2)", file: String(match.3), isLate: match.1 != nil)
  }

  private static func canvas(
    ids: [String], student: String, key: String, file: String, isLate: Bool
  ) -> SubmissionName {
    let (file, attempt) = withoutSuffix(file)
    var name = SubmissionName(.canvas, ids: ids, student: student, key: key, file: file)
    name.attempt = attempt
    name.isLate = isLate
    return name
  }

  /// Splits `File-2.swift` into `File.swift` and its third upload.
  private static func withoutSuffix(_ name: String) -> (String, attempt: Int) {
    let stem = name.prefix { $0 != "." }
    let digits = stem.reversed().prefix { $0.isASCII && $0.isNumber }.reversed()
    let head = stem.dropLast(digits.count)
    guard head.count > 1, head.last == "-", let count = Int(String(digits)),
      (1..<1000).contains(count)
    else { return (name, 1) }
    return (String(head.dropLast()) + name.dropFirst(stem.count), count + 1)
  }
}
