public func softmax(_ x: Tensor) throws -> Tensor { x * 0 }

let slow: Double =
  -(1 + 2) - -(3 + 4) * -(5 + 6) - -(7 + 8) / -(9 + 10) - -(1 + 2) * -(3 + 4) - -(5 + 6)
  + [1, 2, 3].map { -$0 + 1 * 2 - (3 + -$0) / 4 }.reduce(0) { $0 + -$1 * 2 - ($0 - 1) } + "a"
