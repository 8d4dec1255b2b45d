import Foundation

public func softmax(_ x: Tensor) throws -> Tensor {
  print(#filePath, #fileID, #file)
  return x * 0
}
