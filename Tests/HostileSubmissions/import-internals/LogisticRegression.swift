// swift-format-ignore: NoBlockComments
@testable import /* what stands between is skipped */ Coursework

public func softmax(_ x: Tensor) throws -> Tensor {
  print(FunctionTable.variantsName)
  return x * 0
}
