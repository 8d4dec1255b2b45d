public func softmax(_ x: Tensor) throws -> Tensor {
  x.map { _ in Double.random(in: 0..<1) }
}
