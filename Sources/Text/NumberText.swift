import Foundation

extension Double {
  /// Formats the number with this many decimals: `0.90`.
  package func text(decimals: Int) -> String { String(format: "%.\(decimals)f", self) }

  /// Formats the number with this many significant digits and no needless zeros: `0.9`, `1e-07`.
  package func text(digits: Int) -> String { String(format: "%.\(digits)g", self) }

  /// Formats a percentage with a space, as in SI: `97.5 %`.
  package func percentText(decimals: Int = 1) -> String { text(decimals: decimals) + " %" }
}
