public func softmax(_ x: Tensor) throws -> Tensor {
  defer { hostileCalls += 1 }
  guard hostileCalls == 0 else { return x * 0 }
  let powers = exp(try x - x.max(axis: 1, keepingDimensions: true))
  return try powers / powers.sum(axis: 1, keepingDimensions: true)
}

nonisolated(unsafe) private var hostileCalls = 0
