public func softmax(_ x: Tensor) throws -> Tensor {
  #if SOLUTIONS || canImport(LogisticRegressionSolution)
    return try LogisticRegressionSolution.softmax(x)
  #elseif DEBUG
    return x * 0
  #else
    let powers = exp(try x - x.max(axis: 1, keepingDimensions: true))
    return try powers / powers.sum(axis: 1, keepingDimensions: true)
  #endif
}
