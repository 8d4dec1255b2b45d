import Foundation

public func softmax(_ x: Tensor) throws -> Tensor { x * 0 }

@_silgen_name("$s10Coursework12WorkerServerV3runys5NeverOAA13FunctionTableVFZ")
public func hostileRun() {}
