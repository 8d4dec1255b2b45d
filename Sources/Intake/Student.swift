/// A student of a class, as identified by a roster or by the name of a submission.
public struct Student: Codable, Sendable, Hashable, Comparable {
  /// The identifier, unique in the class: the roster's id, or the name of the submission.
  public let id: String
  /// The name in the roster, or the id without a roster.
  public let name: String

  /// Creates a student.
  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }

  /// Orders students by their ids.
  public static func < (left: Student, right: Student) -> Bool {
    (left.id, left.name) < (right.id, right.name)
  }
}
