public import Coursework
public import Foundation
public import Intake
public import Syllabus
import Text

extension Policy {
  /// Reads a policy file.
  ///
  /// - Throws: `InvalidPolicy` with everything that is wrong with the file, or an error of
  ///   Foundation if it cannot be read.
  public init(contentsOf file: URL, weeks: [Week] = Course.weeks) throws {
    try self.init(json: Data(contentsOf: file), named: file.lastPathComponent, weeks: weeks)
  }

  /// Parses a policy from its JSON.
  public init(json: Data, named file: String, weeks: [Week] = Course.weeks) throws(InvalidPolicy) {
    let tree: JSONTree
    do {
      tree = try JSONDecoder().decode(JSONTree.self, from: json)
    } catch {
      throw InvalidPolicy(file: file, problems: [.notJSON(reason: Self.reason(error))])
    }
    var reader = PolicyReader(weeks: weeks)
    self = reader.policy(tree)
    reader.problems += DoubledKeys(json).found.map { .doubledKey(path: $0.path, lines: $0.lines) }
    if !reader.problems.isEmpty { throw InvalidPolicy(file: file, problems: reader.problems) }
  }

  /// Returns the policy with every student replaced by the gradebook's id, and the problems with
  /// students who are not in the class.
  ///
  /// A student may be named by any id of the roster, by an email address, or by a name that only
  /// one student has. Call it as soon as the class is known, before it is graded.
  public func resolved(
    for students: [Student], roster: Roster? = nil
  ) -> (policy: Policy, problems: [PolicyProblem]) {
    var names = StudentNames(students, roster)
    var policy = self
    for index in extensions.indices {
      policy.extensions[index].student =
        names.id(extensions[index].student, "$.extensions[\(index)].student")
    }
    for index in manual.indices {
      policy.manual[index].student =
        names.id(manual[index].student, "$.manual[\(index)].student")
    }
    for index in excused.indices {
      policy.excused[index].student =
        names.id(excused[index].student, "$.excused[\(index)].student")
    }
    policy.withdrawn = withdrawn.enumerated().map {
      names.id($0.element, "$.withdrawn[\($0.offset)]")
    }
    policy.held = held.enumerated().map { names.id($0.element, "$.hold[\($0.offset)]") }
    for index in comments.indices {
      policy.comments[index].student = names.id(comments[index].student, comments[index].place)
    }
    return (policy, names.problems)
  }

  /// Returns the problems with students who are not in the class.
  public func problems(inClassOf students: [Student]) -> [PolicyProblem] {
    resolved(for: students).problems
  }

  private static func reason(_ error: any Error) -> String {
    guard case .dataCorrupted(let context)? = error as? DecodingError else { return "\(error)" }
    let details =
      (context.underlyingError as NSError?)?.userInfo[NSDebugDescriptionErrorKey] as? String
    return details ?? context.debugDescription
  }
}

/// Finds the students that a policy names.
private struct StudentNames {
  private let ids: Set<String>
  private let roster: Roster?
  private(set) var problems: [PolicyProblem] = []

  init(_ students: [Student], _ roster: Roster?) {
    ids = Set(students.map(\.id))
    self.roster = roster
  }

  mutating func id(_ name: String, _ path: String) -> String {
    if ids.contains(name) { return name }
    let found = roster?.students(named: name) ?? []
    switch found.count {
    case 1: return found[0].id
    case 0:
      problems.append(
        .unknownStudent(path: path, id: name, nearest: Spelling.nearest(name, ids.sorted())))
    default:
      problems.append(
        .ambiguousStudent(
          path: path, id: name, students: found.map { "\($0.name), \($0.id)" }))
    }
    return name
  }
}
