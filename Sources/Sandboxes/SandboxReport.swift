public import Text

/// The protections that the sandbox provides on this machine, as tested rather than promised.
public struct SandboxReport: Codable, Sendable, Equatable {
  /// The protections in force, one per line.
  public let inForce: [String]
  /// The actions that a submission could but must not take.
  public let holes: [String]

  /// Creates a report.
  public init(inForce: [String], holes: [String]) {
    self.inForce = inForce
    self.holes = holes
  }

  /// Creates the report that is recorded when submissions are trusted.
  public static func trusted(_ language: Language = .current) -> SandboxReport {
    let line = Phrase(
      "no sandbox: the submissions were trusted (--trust-submissions)",
      zh: "没有沙箱：提交被视为可信（--trust-submissions）")
    return SandboxReport(inForce: [line(language)], holes: [])
  }
}
