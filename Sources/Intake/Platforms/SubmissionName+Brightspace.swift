import Foundation

extension SubmissionName {
  /// The download of Brightspace, which was Desire2Learn: a folder, or what stands before a file's
  /// name, `397063-2557369 - Mary-Ann Smith - Sep 24, 2024 926 PM`.
  ///
  /// Two numbers of its own, which no roster has, the name, and the time at which it was handed in, in
  /// the time zone of the course and without the colon, which Windows allows in no name. At the top
  /// stands an `index.html`. As in cgmb/d2lmf and in public scripts that read these folders.
  ///
  /// A name of this form is Brightspace's also where its date cannot be read: the time of the entry is
  /// that of the download all the same.
  static func brightspace(_ name: String) -> SubmissionName? {
    guard name.first?.isNumber ?? false, name.contains(" - "),
      let match = name.wholeMatch(of: #/(\d+)-(\d+) - (.+)/#)
    else { return nil }
    let parts = match.3.components(separatedBy: " - ")
    // The last part that is a date, behind which there may be a file's name.
    guard
      let place = parts.indices.dropFirst().last(where: { index in
        parts[index].firstMatch(of: #/(?:^|\D)20\d\d(?:\D|$)/#) != nil && index >= parts.count - 2
      })
    else { return nil }
    let student = parts[..<place].joined(separator: " - ")
    var found = SubmissionName(
      .brightspace, ids: [], student: student, key: "\(match.1) \(student)",
      file: parts[(place + 1)...].joined(separator: " - "))
    found.moment = parts[place].replacing(#/(\d{1,2})\.(\d\d)(\s?[AaPp]\.?[Mm])/#) {
      "\($0.1):\($0.2)\($0.3)"
    }
    return found
  }
}
