extension Roster {
  /// The columns that say who a student is, by name, login or id, in any language of headings.
  ///
  /// Where none is known to have the login, these are all columns before the first of Blackboard's
  /// grades.
  package var identityColumns: [Int] {
    let headings: [RosterHeading] = [.lastName, .firstName, .name, .login, .id]
    let known = header.indices.filter { index in headings.contains { $0.matches(header[index]) } }
    if known.contains(where: { RosterHeading.login.matches(header[$0]) }) { return known }
    return Array(header.indices.prefix { BlackboardColumn(header[$0]) == nil })
  }

  /// Whether it has the numbers by which a Moodle assignment knows its participants; in a list of the
  /// course's participants a student's id is another number.
  package var hasParticipantNumbers: Bool {
    kind == .moodle && MoodleWorksheet.participantColumn(header, rows) != nil
  }
}
