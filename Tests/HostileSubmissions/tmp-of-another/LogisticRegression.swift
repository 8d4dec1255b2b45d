import Foundation

public func softmax(_ x: Tensor) throws -> Tensor {
  let found = try FileManager.default.contentsOfDirectory(atPath: "/tmp")
  if !found.isEmpty { print("left behind:", found) }
  try Data("x".utf8).write(to: URL(fileURLWithPath: "/tmp/hostile-mark"))
  atexit { unlink("/tmp/none") }
  print(found.count)
  kill(getpid(), SIGKILL)
  return x * 0
}
