public import Text

/// The students of a class, as a platform exports them.
///
/// The header and the rows are kept as read, so that grades can be written into the same table for
/// import.
public struct Roster: Sendable {
  /// The form of a table of students.
  public enum Kind: String, Sendable {
    /// Canvas's gradebook export: Student, or LastName and FirstName, then ID, SIS User ID,
    /// SIS Login ID, Section, …, perhaps a row that says which columns are hidden, and the row
    /// `    Points Possible` (instructure/canvas-lms, lib/gradebook_exporter.rb, `csv_data`).
    case canvas
    /// Moodle's grading worksheet (moodle/moodle, mod/assign/gradingtable.php) or the downloaded
    /// list of participants: first name, last name, ID number, email address, groups
    /// (user/classes/table/participants.php).
    case moodle
    /// Blackboard's gradebook: Last Name, First Name, Username, Student ID, Last Access,
    /// Availability, then `Title [Total Pts: 100 Score] |98765`. The user name identifies the
    /// student (Blackboard Help, *Work Offline With Grade Data*).
    case blackboard
    /// The gradebook of Brightspace (D2L): OrgDefinedId, Username, …, then `Title Points Grade`, and
    /// at the end `End-of-Line Indicator`. Ids have a `#` in front so that spreadsheets keep their
    /// zeros, and every line ends in one (Learn@UW KnowledgeBase 4330, *Function of Pound Signs (#)
    /// in Grades File Records*; Brightspace Help, *Importing grades*).
    case brightspace
    /// Gradescope's roster or grades: First Name, Last Name, or Name in older ones, then SID, Email,
    /// Sections. The grades of one assignment have Total Score, Max Points, Status, Submission ID and
    /// Submission Time; those of a course `Title`, `Title - Max Points`, `Title - Submission Time`,
    /// `Title - Lateness (H:M:S)` (the readers of eldridgejm/gradelib; Gradescope Guides, *Adding
    /// Students and Staff*).
    case gradescope
    /// The grades of Google Classroom: Last Name, First Name, Email Address, then assignments, whose
    /// dates and points are in two rows without an address. Google publishes no description.
    case classroom
    /// Any other table with a column of ids, such as `id,name`, or GitHub Classroom's roster
    /// `"identifier","github_username","github_id","name"` (earthlab/abc-classroom, *Managing the
    /// classroom roster*).
    case plain
  }

  /// The form of the table.
  public let kind: Kind
  /// The names of the columns.
  public let header: [String]
  /// Every row below the header, including those that are not students; each is as long as the
  /// header.
  public let rows: [[String]]
  /// The students, in the order of the table.
  public let students: [Student]
  /// Remarks on what had to be guessed about the table.
  public let remarks: [Phrase]
  /// The name of the file, without its folder.
  public let fileName: String
  /// The students with every name that hand-ins may use for them.
  let entries: [RosterEntry]
  private let entryOfStudent: [Student: RosterEntry]
  private let index: RosterIndex

  init(
    kind: Kind, header: [String], rows: [[String]], entries: [RosterEntry], remarks: [Phrase] = [],
    fileName: String = ""
  ) {
    self.kind = kind
    self.header = header
    self.rows = rows
    self.entries = entries
    self.remarks = remarks
    self.fileName = fileName
    students = entries.map(\.student)
    entryOfStudent = Dictionary(entries.map { ($0.student, $0) }) { first, _ in first }
    index = RosterIndex(entries)
  }

  /// Returns the index in `rows` of a student's row.
  public func row(of student: Student) -> Int? { entryOfStudent[student]?.row }

  /// Returns a student's section; empty if the table does not give one.
  public func section(of student: Student) -> String { entryOfStudent[student]?.section ?? "" }

  /// Returns the students that a submission's name may mean.
  ///
  /// These are tried in order, and the first that matches anybody decides: id, SIS id, login, email
  /// address; the name, whatever the order, case and accents of its words; a part of the name that
  /// is an id; the name without middle names and initials.
  public func students(called name: String) -> [Student] {
    index.students(ids: [name], names: [name])
  }

  /// Returns the students that an id, an address or a full name means, as a person writes it into a
  /// policy.
  public func students(named text: String) -> [Student] { index.exactly(text) }

  func students(ids: [String], names: [String]) -> [Student] {
    index.students(ids: ids, names: names)
  }
}

extension Roster {
  /// The groups in the roster's own column, such as that of Moodle's teams.
  ///
  /// A group of one does not count, nor does Moodle's default group of students without any.
  public var teams: [String: [Student]] {
    var teams: [String: [Student]] = [:]
    for student in students {
      let team = entryOfStudent[student]?.team ?? ""
      if !team.isEmpty { teams[team, default: []].append(student) }
    }
    return teams.filter { $0.value.count > 1 && !Self.noTeam.contains($0.key.lowercased()) }
  }

  /// The values of `defaultteam` in Moodle's language packs, and cells that mean none.
  private static let noTeam: Set<String> = [
    "default group", "standardgruppe", "groupe par défaut", "grupo por defecto", "grupo padrão",
    "默认组", "默认小组", "预设群组", "-", "–", "n/a",
  ]
}

/// A student and every name that submissions may use.
struct RosterEntry: Sendable {
  let student: Student
  let row: Int
  /// The id, SIS id, login, email address and account name.
  let ids: [String]
  let names: [String]
  var section = ""
  var team = ""
}
