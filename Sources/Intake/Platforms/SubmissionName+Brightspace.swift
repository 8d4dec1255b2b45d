import Foundation

extension SubmissionName {
  /// Recognizes the download of Brightspace, formerly Desire2Learn: a folder, or the part before a
  /// file's name, such as `397063-2557369 - Mary-Ann Smith - Sep 24, 2024 926 PM`.
  ///
  /// The parts are two internal numbers that no roster contains, the name, and the time of the
  /// hand-in in the course's time zone, without the colon, which Windows forbids in file names. The
  /// top level contains an `index.html`. The form is that of the reader cgmb/d2lmf.
  ///
  /// A name of this form is Brightspace's even if its date cannot be parsed: the entry's own time
  /// is that of the download in any case.
  static func brightspace(_ name: String) -> SubmissionName? {
    guard name.first?.isNumber ?? false, name.contains(" - "),
      let match = name.wholeMatch(of: #/(\d+)-(\d+) - (.+)/#)
    else { return nil }
    let parts = match.3.components(separatedBy: " - ")
    // The first part that is a date, which a file's name, perhaps with a year in it, may follow.
    let later = parts.indices.dropFirst().filter { parts[$0].contains(#/(?:^|\D)20\d\d(?:\D|$)/#) }
    let dated = later.first { WrittenDate(clock(in: parts[$0]), in: .gmt).date != nil }
    guard let place = dated ?? later.first else { return nil }
    let student = parts[..<place].joined(separator: " - ")
    var found = SubmissionName(
      .brightspace, ids: [], student: student, key: "\(match.1) \(student)",
      file: parts[(place + 1)...].joined(separator: " - "))
    found.moment = clock(in: parts[place])
    return found
  }

  /// Returns a date with the colon of its clock, for which some downloads have a dot.
  private static func clock(in date: String) -> String {
    date.replacing(#/(\d{1,2})\.(\d\d)(\s?[AaPp]\.?[Mm])/#) { "\($0.1):\($0.2)\($0.3)" }
  }
}
