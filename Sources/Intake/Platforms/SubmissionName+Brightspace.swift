extension SubmissionName {
  /// The download of Brightspace, which was Desire2Learn: a folder, or what stands before a file's
  /// name, `397063-2557369 - Mary-Ann Smith - Sep 24, 2024 926 PM`.
  ///
  /// Two numbers of its own, which no roster has, the name, and the time at which it was handed in, in
  /// the time zone of the course and without the colon, which Windows allows in no name. At the top
  /// stands an `index.html`. As in cgmb/d2lmf and in public scripts that read these folders.
  static func brightspace(_ name: String) -> SubmissionName? {
    guard name.first?.isNumber ?? false, name.contains(" - "),
      let match = name.wholeMatch(
        of:
          #/(\d+)-(\d+) - (.+?) - ([^-]*\d{4}[^-]*?\d{3,4}(?:\s?[AaPp]\.?[Mm]\.?)?)(?: - (.+))?/#)
    else { return nil }
    var found = SubmissionName(
      .brightspace, ids: [], student: String(match.3), key: "\(match.1) \(match.3)",
      file: match.5.map(String.init) ?? "")
    found.moment = String(match.4)
    return found
  }
}
