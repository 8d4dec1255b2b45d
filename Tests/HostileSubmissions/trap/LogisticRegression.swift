import Foundation

public func softmax(_ x: Tensor) throws -> Tensor {
  let none: [Double] = []
  return Tensor([none[x.count]])
}
