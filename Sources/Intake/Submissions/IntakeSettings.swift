public import Foundation
public import Text

/// What an instructor says of a class beside its roster.
public struct IntakeSettings: Sendable {
  /// What was given out, by the week's id: an untouched file never counts against work.
  public var stubs: [String: Data]
  /// When hand-ins came in, from a table.
  public var times: TimeTable?
  /// Whose hand-ins are that no roster tells, by what the class calls them: a student's id, or nil for
  /// nobody of the class.
  public var owners: [String: String?]
  /// Who works together: a hand-in may be called by the group's name.
  public var groups: Groups
  /// Where the class lives: of times that have no zone.
  public var zone: TimeZone?
  /// How large files and archives may be.
  public var limits: IntakeLimits
  /// Of what is said of parts that are not taken.
  public var language: Language

  /// Creates settings; what is left out is not known.
  public init(
    stubs: [String: Data] = [:], times: TimeTable? = nil, owners: [String: String?] = [:],
    groups: Groups = Groups(), zone: TimeZone? = nil, limits: IntakeLimits = IntakeLimits(),
    language: Language = .current
  ) {
    self.stubs = stubs
    self.times = times
    self.owners = owners
    self.groups = groups
    self.zone = zone
    self.limits = limits
    self.language = language
  }
}
