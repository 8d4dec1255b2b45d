/// One student of a class, as a roster or the name of a submission gives them.
public struct Student: Codable, Sendable, Hashable, Comparable {
  /// Unique in the class: the roster's id, or what the submission is called.
  public let id: String
  /// The name as the roster gives it; the id without a roster.
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
