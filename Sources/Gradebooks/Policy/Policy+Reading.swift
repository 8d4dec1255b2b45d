public import Coursework
public import Foundation
public import Intake
public import Syllabus
import Text

extension Policy {
  /// Reads a policy file.
  ///
  /// - Throws: `InvalidPolicy` with everything that is wrong with it, or what Foundation throws for
  ///   a file that cannot be read.
  public init(contentsOf file: URL, weeks: [Week] = Course.weeks) throws {
    try self.init(json: Data(contentsOf: file), named: file.lastPathComponent, weeks: weeks)
  }

  /// Reads a policy from its JSON.
  public init(json: Data, named file: String, weeks: [Week] = Course.weeks) throws(InvalidPolicy) {
    let tree: JSONTree
    do {
      tree = try JSONDecoder().decode(JSONTree.self, from: json)
    } catch {
      throw InvalidPolicy(file: file, problems: [.notJSON(reason: Self.reason(error))])
    }
    var reader = PolicyReader(weeks: weeks)
    self = reader.policy(tree)
    if !reader.problems.isEmpty { throw InvalidPolicy(file: file, problems: reader.problems) }
  }

  /// What the policy says of students who are not in the class.
  ///
  /// Call it as soon as the class is known, before it is graded.
  public func problems(inClassOf students: [Student]) -> [PolicyProblem] {
    let ids = students.map(\.id)
    let known = Set(ids)
    let named =
      extensions.enumerated().map { ("$.extensions[\($0.offset)].student", $0.element.student) }
      + manual.enumerated().map { ("$.manual[\($0.offset)].student", $0.element.student) }
    return named.filter { !known.contains($0.1) }.map { path, id in
      .unknownStudent(path: path, id: id, nearest: Spelling.nearest(id, ids))
    }
  }

  private static func reason(_ error: any Error) -> String {
    guard case .dataCorrupted(let context)? = error as? DecodingError else { return "\(error)" }
    let details =
      (context.underlyingError as NSError?)?.userInfo[NSDebugDescriptionErrorKey] as? String
    return details ?? context.debugDescription
  }
}
