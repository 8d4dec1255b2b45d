import Foundation

extension Double {
  /// The number with so many decimals: `0.90`.
  package func text(decimals: Int) -> String { String(format: "%.\(decimals)f", self) }

  /// The number with so many significant digits and no needless zero: `0.9`, `1e-07`.
  package func text(digits: Int) -> String { String(format: "%.\(digits)g", self) }

  /// A number of percent, with a space as in SI: `97.5 %`.
  package func percentText(decimals: Int = 1) -> String { text(decimals: decimals) + " %" }
}
