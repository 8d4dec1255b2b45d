import Foundation
import Text

/// Ends the program because of a programming error, printing what is wrong and the calls that led
/// there.
///
/// Swift's runtime prints a backtrace only for unoptimized code, and this module is always
/// optimized. The list has the runtime's form, so that the same reader finds the faulty line.
@inline(never)
func stop(_ reason: Phrase) -> Never {
  var text = "Fatal error: \(reason(.current))\nCurrent stack trace:\n"
  for (number, symbol) in Thread.callStackSymbols.enumerated() {
    text += "\(number)    \(place(of: symbol) ?? symbol)\n"
  }
  fflush(nil)
  FileHandle.standardError.write(Data(text.utf8))
  // No message is passed: it is already printed.
  preconditionFailure()
}

/// Rewrites Linux's `/path/worker(+0x10f0) [0x…]` as `worker    0x… <unavailable> + 4336`.
private func place(of symbol: String) -> String? {
  guard let open = symbol.lastIndex(of: "("), let close = symbol[open...].firstIndex(of: ")"),
    symbol[open...].hasPrefix("(+0x"), let address = symbol.range(of: " [0x"),
    let offset = Int(symbol[open..<close].dropFirst("(+0x".count), radix: 16)
  else { return nil }
  let program = URL(fileURLWithPath: String(symbol[..<open])).lastPathComponent
  let pointer = symbol[address.upperBound...].prefix { $0 != "]" }
  return "\(program)    0x\(pointer) <unavailable> + \(offset)"
}
