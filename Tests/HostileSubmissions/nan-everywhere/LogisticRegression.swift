public func softmax(_ x: Tensor) throws -> Tensor {
  x.map { _ in .nan }
}
