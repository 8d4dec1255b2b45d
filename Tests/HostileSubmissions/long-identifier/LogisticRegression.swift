public func softmax(_ x: Tensor) throws -> Tensor {
  return __NAME__
}
