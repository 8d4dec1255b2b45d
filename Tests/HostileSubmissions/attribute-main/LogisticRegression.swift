import Foundation

public func softmax(_ x: Tensor) throws -> Tensor { x * 0 }

@main
struct Hostile {
  static func main() { print("passed") }
}
