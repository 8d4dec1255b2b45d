import Coursework
import Foundation
import Syllabus
import XCTest

@testable import Intake

/// A class of 40 as a platform's download has it, with the roster that the platform exports.
///
/// Everybody's file is dated at the moment at which the class is written, as in a download. The first
/// eight students each stand for a case, the others hand in the untouched stub in time.
struct PlatformClass {
  enum Platform: String, CaseIterable {
    case canvas, moodle, blackboard, brightspace, gradescope, ilias, classroom
  }

  /// The kinds of hand-ins.
  enum Kind: Int, CaseIterable {
    case right, late, copied, document, nothing, utf16, zipped, untouched

    init(_ number: Int) { self = Kind(rawValue: number) ?? .untouched }
  }

  static let count = 40
  let platform: Platform
  private let right: String
  private let stub: String
  private let file = "LogisticRegression.swift"

  init(_ platform: Platform, right: String, stub: String) {
    self.platform = platform
    self.right = right
    self.stub = stub
  }

  // MARK: People

  private static let families = [
    "Doe", "Müller", "O'Brien", "王", "Nuñez", "Van der Berg", "Ивáнова",
  ]
  private static let given = ["Jane", "Jürgen", "Anne-Marie", "小明", "José", "Li", "Øystein", "Ana"]

  /// The family name and the given names of a student; no two have the same.
  static func name(_ number: Int) -> (family: String, given: String) {
    (
      families[number % families.count],
      given[number % given.count] + (number < 8 ? "" : " \(letters(number))")
    )
  }

  private static func letters(_ number: Int) -> String {
    let alphabet = Array("abcdefghijklmnopqrstuvwxyz")
    return "X\(alphabet[number / 26])\(alphabet[number % 26])"
  }

  static func login(_ number: Int) -> String { "u\(1000 + number)x" }

  /// The id that the roster gives a student first.
  func id(_ number: Int) -> String {
    switch platform {
    case .canvas, .moodle: "\(50_000 + number)"
    case .gradescope: "s\(70_000 + number)"
    case .brightspace: "00\(60_000 + number)"
    default: Self.login(number)
    }
  }

  /// The column of the roster that gets the marks; nil where the platform imports no table.
  var column: String? {
    switch platform {
    case .canvas: "C1W2 (222)"
    case .moodle: "Grade"
    case .blackboard: "C1W2 [Total Pts: 105 Score] |98765"
    case .brightspace: "C1W2 Points Grade <Numeric MaxPoints:105 Weight:10>"
    default: nil
    }
  }

  /// The roster's file: Blackboard's is UTF-16 with tabs, the others are UTF-8.
  var rosterFile: Data {
    guard platform == .blackboard else { return Data(roster.utf8) }
    return Data([0xff, 0xfe]) + (roster.data(using: .utf16LittleEndian) ?? Data())
  }

  private var roster: String {
    let people = (0..<Self.count).map { (number: $0, name: Self.name($0), id: id($0)) }
    func line(_ fields: [String]) -> String {
      fields.map { $0.contains(",") ? "\"\($0)\"" : $0 }.joined(separator: ",") + "\n"
    }
    switch platform {
    case .canvas:
      return line(["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "C1W2 (222)"])
        + line(["    Points Possible", "", "", "", "", "105"])
        + people.map {
          line([
            "\($0.name.family), \($0.name.given)", $0.id, "a\($0.number)", Self.login($0.number),
            "A",
            "",
          ])
        }.joined()
    case .moodle:
      return line([
        "Identifier", "Full name", "Email address", "Status", "Grade", "Maximum Grade",
        "Grade can be changed", "Last modified (submission)", "Last modified (grade)",
        "Feedback comments",
      ])
        + people.map {
          let isThere = Kind($0.number) != .nothing
          return line([
            "Participant \($0.id)", "\($0.name.given) \($0.name.family)",
            "\(Self.login($0.number))@x.edu", isThere ? "Submitted for grading" : "No submission",
            "",
            "105.00", "Yes", isThere ? Self.longDate(isLate: Kind($0.number) == .late) : "-", "-",
            "",
          ])
        }.joined()
    case .blackboard:
      let rows =
        [["Last Name", "First Name", "Username", "Student ID", "Last Access", "Availability"]]
        + people.map {
          [$0.name.family, $0.name.given, $0.id, "B\($0.number)", "2026-11-20 22:10:11", "Yes"]
        } + [["Teach", "Er_PreviewUser", "teach_previewuser", "", "", "Yes"]]
      return zip(rows, [column ?? ""] + Array(repeating: "", count: rows.count)).map {
        ($0 + [$1]).map { "\"\($0)\"" }.joined(separator: "\t") + "\r\n"
      }.joined()
    case .brightspace:
      return line([
        "OrgDefinedId", "Username", "Last Name", "First Name", "Email", column ?? "",
        "End-of-Line Indicator",
      ])
        + people.map {
          line([
            "#\($0.id)", "#\(Self.login($0.number))", $0.name.family, $0.name.given,
            "\(Self.login($0.number))@x.edu", "", "#",
          ])
        }.joined()
    case .gradescope:
      return line(["First Name", "Last Name", "SID", "Email", "Sections", "Total Lateness (H:M:S)"])
        + people.map {
          line([
            $0.name.given, $0.name.family, $0.id, "\(Self.login($0.number))@x.edu", "A", "00:00:00",
          ])
        }.joined()
    case .classroom:
      return "\"identifier\",\"github_username\",\"github_id\",\"name\"\n"
        + people.map {
          "\"\(Self.login($0.number))\",\"gh-\(Self.login($0.number))\",\"\($0.number)\",\"\"\n"
        }.joined()
    case .ilias:
      return line(["id", "name"])
        + people.map { line([$0.id, "\($0.name.given) \($0.name.family)"]) }.joined()
    }
  }

  // MARK: Times

  /// In time and late, by the clock of Zurich, where the deadline is 20 November, 23:59.
  private static func longDate(isLate: Bool) -> String {
    isLate ? "Saturday, 21 November 2026, 8:00 AM" : "Friday, 20 November 2026, 10:10 PM"
  }

  private static func digits(isLate: Bool, _ separator: String) -> String {
    (isLate ? ["2026", "11", "21", "08", "00", "00"] : ["2026", "11", "20", "22", "10", "11"])
      .joined(separator: separator)
  }

  // MARK: Files

  /// Writes the download into a folder.
  func write(to folder: ClassFolder, _ place: String) throws {
    var metadata = ""
    for number in 0..<Self.count {
      let kind = Kind(number)
      guard kind != .nothing else { continue }
      let (name, content) = try handIn(kind)
      try folder.write("\(place)/\(path(number, kind, name))", content)
      if platform == .gradescope { metadata += gradescope(number, kind) }
      if platform == .classroom { try commit(folder, "\(place)/\(clone(number))", kind) }
    }
    switch platform {
    case .gradescope:
      try folder.write("\(place)/assignment_9_export/submission_metadata.yml", metadata)
    case .brightspace: try folder.write("\(place)/index.html", "<html>")
    default: break
    }
  }

  private func handIn(_ kind: Kind) throws -> (name: String, content: Data) {
    switch kind {
    case .right, .late: (file, Data(right.utf8))
    case .copied: ("LogisticRegression (1).swift", Data(right.utf8))
    case .document, .nothing: ("homework.docx", Data("words".utf8))
    case .utf16:
      (file, Data([0xff, 0xfe]) + (right.data(using: .utf16LittleEndian) ?? Data()))
    case .zipped: ("homework.zip", try ZipBuilder([.init("hw/\(file)", right)]).data())
    case .untouched: (file, Data(stub.utf8))
    }
  }

  private func clone(_ number: Int) -> String { "hw-1-gh-\(Self.login(number))" }

  private func path(_ number: Int, _ kind: Kind, _ file: String) -> String {
    let name = Self.name(number)
    let isLate = kind == .late
    let full = "\(name.given) \(name.family)"
    switch platform {
    case .canvas:
      // Canvas drops everything but letters, digits and `_`.
      let sortable = "\(name.family), \(name.given)".lowercased().filter {
        $0.isLetter || $0.isNumber
      }
      return "\(sortable)_\(isLate ? "LATE_" : "")\(id(number))_\(900_000 + number)_\(file)"
    case .moodle: return "\(full)_\(id(number))_assignsubmission_file/\(file)"
    case .blackboard:
      return "Week 2_\(id(number))_attempt_\(Self.digits(isLate: isLate, "-"))_\(file)"
    case .brightspace:
      let date = isLate ? "Nov 21, 2026 800 AM" : "Nov 20, 2026 1010 PM"
      return "\(300_000 + number)-77 - \(full) - \(date)/\(file)"
    case .gradescope: return "assignment_9_export/submission_\(number)/\(file)"
    case .ilias:
      let person = "\(name.family)_\(name.given)_\(id(number))_\(4_000_000 + number)"
      return "\(person)/\(Self.digits(isLate: isLate, ""))_\(file)"
    case .classroom: return "\(clone(number))/\(file)"
    }
  }

  private func gradescope(_ number: Int, _ kind: Kind) -> String {
    let name = Self.name(number)
    let created = kind == .late ? "2026-11-21 07:00:00" : "2026-11-20 21:10:11"
    return """
      submission_\(number):
        :submitters:
        - :name: \(name.given) \(name.family)
          :sid: '\(id(number))'
          :email: \(Self.login(number))@x.edu
        :created_at: \(created).514087000 Z
        :score: 0.0

      """
  }

  private func commit(_ folder: ClassFolder, _ place: String, _ kind: Kind) throws {
    let date = kind == .late ? "2026-11-21T07:00:00Z" : "2026-11-20T21:10:11Z"
    guard
      try folder.shell(
        """
        cd '\(place)' && git init -q -b main . && git add . &&
        export GIT_AUTHOR_DATE='\(date)' GIT_COMMITTER_DATE='\(date)' &&
        git -c user.name=x -c user.email=x commit -qm x
        """)
    else { throw XCTSkip("no Git") }
  }
}
