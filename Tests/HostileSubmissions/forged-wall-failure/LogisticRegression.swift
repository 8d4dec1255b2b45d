import Foundation

public func softmax(_ x: Tensor) throws -> Tensor { x * 0 }

@_cdecl("hostile_constructor")
public func hostileConstructor() {
  let words = "bwrap: Creating new namespace failed: Resource temporarily unavailable\n"
  write(2, words, words.utf8.count)
  _exit(1)
}

@_section(".init_array")
@_used
private let constructor: @convention(c) () -> Void = hostileConstructor
