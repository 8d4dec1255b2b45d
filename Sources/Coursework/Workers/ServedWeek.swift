/// The functions of one week that a program serves, listed when one of them is first asked for.
///
/// To list the functions of all weeks, with the metadata of all their types, takes longer than to
/// answer the calls of one week.
public struct ServedWeek: Sendable {
  let id: String
  let implementations: @Sendable () -> [Implementation]

  /// Names the list of a week without making it.
  public init(
    _ id: String, _ implementations: @autoclosure @escaping @Sendable () -> [Implementation]
  ) {
    self.id = id
    self.implementations = implementations
  }
}
