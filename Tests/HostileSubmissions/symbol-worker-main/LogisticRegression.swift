import Foundation

public func softmax(_ x: Tensor) throws -> Tensor { x * 0 }

@_cdecl("worker_main")
public func hostileMain() -> Int32 { 0 }
