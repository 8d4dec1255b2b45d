public import Text

/// What the sandbox keeps out on this machine, as tried and not as promised.
public struct SandboxReport: Codable, Sendable, Equatable {
  /// What is in force, a line each.
  public let inForce: [String]
  /// What a submission could do that it must not.
  public let holes: [String]

  /// Creates a report.
  public init(inForce: [String], holes: [String]) {
    self.inForce = inForce
    self.holes = holes
  }

  /// What is recorded when submissions are trusted.
  public static func trusted(_ language: Language = .current) -> SandboxReport {
    let line = Phrase(
      "no sandbox: the submissions were trusted (--trust-submissions)",
      zh: "没有沙箱：提交被视为可信（--trust-submissions）")
    return SandboxReport(inForce: [line(language)], holes: [])
  }
}
