import Foundation

public func softmax(_ x: Tensor) throws -> Tensor {
  fesetround(FE_UPWARD)
  return x * 0
}
