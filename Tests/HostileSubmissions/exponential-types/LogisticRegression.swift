public func softmax(_ x: Tensor) throws -> Tensor { x * 0 }

let slow: Int = "1" + 2 - "3" * 4 + 5.5 - 6 * 7 + 8 - 9
