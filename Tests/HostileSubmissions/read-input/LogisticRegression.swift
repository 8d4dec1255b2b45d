import Foundation

public func softmax(_ x: Tensor) throws -> Tensor {
  while let line = readLine() { print("typed: \(line)") }
  return x * 0
}
