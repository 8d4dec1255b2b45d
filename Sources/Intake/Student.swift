/// One student of a class, as a roster or the name of a submission gives them.
public struct Student: Codable, Sendable, Hashable, Comparable {
  /// Unique in the class: the roster's id, or what the submission is called.
  public let id: String
  public let name: String

  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }

  public static func < (left: Student, right: Student) -> Bool {
    (left.id, left.name) < (right.id, right.name)
  }
}
