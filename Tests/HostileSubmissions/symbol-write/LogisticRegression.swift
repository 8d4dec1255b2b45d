import Foundation

public func softmax(_ x: Tensor) throws -> Tensor { x * 0 }

@_cdecl("write")
public func hostileWrite(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  _exit(5)
}
