public import Foundation
public import Text

/// An instructor's information about a class, besides its roster.
public struct IntakeSettings: Sendable {
  /// The handed-out stubs by week id: an untouched file never takes precedence over work.
  public var stubs: [String: Data]
  /// The times of hand-ins, from a table.
  public var times: TimeTable?
  /// The owners of hand-ins that the roster does not settle, by the class's label: a student's id,
  /// or nil for nobody in the class.
  public var owners: [String: String?]
  /// The groups of students who work together, by whose names hand-ins may be labelled.
  public var groups: Groups
  /// The time zone of the class, for times without one.
  public var zone: TimeZone?
  /// The limits on the sizes of files and archives.
  public var limits: IntakeLimits
  /// The language of messages about rejected parts.
  public var language: Language

  /// Creates settings; omitted arguments are unknown.
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
