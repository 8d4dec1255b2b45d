import Foundation

extension SubmissionName {
  /// Recognizes Moodle's download: `Jane Doe_123456_assignsubmission_file` as a folder, followed by
  /// `_` in releases before 4.1, or before the file's name where files are not packed in folders.
  ///
  /// `mod_assign\downloader` joins the full name, with blanks for `_`, with the number that the
  /// worksheet has in `Participant 123456`; in group assignments it uses the group's name and
  /// number, which is not a participant's, and `Default group` without a number. With blind marking
  /// the name is the word `Participant`. (moodle/moodle, mod/assign/classes/downloader.php,
  /// `get_student_prefix`, `load_submissionplugin_filelist`)
  ///
  /// Entries have the time of the download, since the stream writer is given none.
  static func moodle(_ name: String) -> SubmissionName? {
    guard let marker = name.range(of: "_assignsubmission_") else { return nil }
    let head = name[..<marker.lowerBound]
    var (student, id) = (String(head), nil as String?)
    if let line = head.lastIndex(of: "_"), head[head.index(after: line)...].isNumber {
      student = String(head[..<line])
      id = String(head[head.index(after: line)...])
    }
    guard !student.isEmpty || id != nil else { return nil }
    // After the marker comes the kind of submission, `file` or `onlinetext`.
    let tail = name[marker.upperBound...]
    let file = tail.firstIndex(of: "_").map { String(tail[tail.index(after: $0)...]) } ?? ""
    return SubmissionName(
      .moodle, ids: [id].compactMap(\.self), student: student, key: id ?? student, file: file)
  }
}
