@freestanding(expression)
public macro answer(_ x: Tensor) -> Tensor =
  #externalMacro(module: "HostilePlugin", type: "Answer")

public func softmax(_ x: Tensor) throws -> Tensor { #answer(x) }
