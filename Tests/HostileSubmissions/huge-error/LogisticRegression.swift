import Foundation

public func softmax(_ x: Tensor) throws -> Tensor {
  throw Long()
}

private struct Long: Error, CustomStringConvertible {
  var description: String { String(repeating: "long ", count: 8_000_000) }
}
