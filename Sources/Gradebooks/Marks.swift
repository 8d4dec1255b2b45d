/// Rounds a mark to hundredths, with halves rounded up.
///
/// Every mark is rounded before it is summed, so that a reader who adds up a row gets its total.
package func rounded(_ mark: Double) -> Double {
  // 1.005 as a double lies slightly below 1.005.
  (mark * 100 + 1e-7).rounded() / 100
}

/// Formats a mark without needless digits: `4`, `2.5`, `3.33`.
package func decimal(_ mark: Double) -> String {
  guard abs(mark) < 1e15 else { return "\(mark)" }
  let hundredths = Int((abs(mark) * 100).rounded())
  let fraction = hundredths % 100
  let sign = mark < 0 && hundredths > 0 ? "-" : ""
  if fraction == 0 { return "\(sign)\(hundredths / 100)" }
  if fraction % 10 == 0 { return "\(sign)\(hundredths / 100).\(fraction / 10)" }
  return "\(sign)\(hundredths / 100)." + (fraction < 10 ? "0" : "") + "\(fraction)"
}
