import Coursework
import Foundation
import HostileExercises
import Tensors
import XCTest

private func product(_ a: Tensor, _ b: Tensor) throws -> Double {
  let c = try dot(a, b)
  return c.sum()
}

/// Commits the deed, and returns 1 if the process survives it.
func commit(_ deed: Deed) throws -> Double {
  switch deed {
  case .nothing: return 1
  case .tellProcess: return Double(getpid())
  case .tellDescriptors: return Double(Connection.foreignDescriptors)
  case .tellEnvironment:
    return Double(ProcessInfo.processInfo.environment.keys.count { $0.hasPrefix("COURSE_") })
  case .readInput: return Double(readLine()?.count ?? 1)

  case .exitZero: exit(0)
  case .exitQuietly: _exit(3)
  case .becomeAnotherProgram: becomeAnotherProgram()
  case .leaveExitHandler:
    atexit { while true {} }
    exit(0)

  case .indexOutOfRange: return element(7, of: [1, 2, 3])
  case .subscriptOutOfRange: return tensorElement(2, of: Tensor([1, 2]))
  case .fatalError: fatalError("the sky\nhas fallen")
  case .overflow: return Double(Int.max.advanced(by: Int(getpid())))
  case .unwrapNil: return Double("x" + "\(getpid())")!
  case .recurse: return Double(depth(1))
  case .hoard: hoard()

  case .loop: while true {}
  case .sleep: while true { sleep(60) }
  case .stop: raise(SIGSTOP)
  case .blockSignals:
    var signals = sigset_t()
    sigfillset(&signals)
    sigprocmask(SIG_SETMASK, &signals, nil)
    for number in 1..<Int32(32) { signal(number, SIG_IGN) }
    while true {}
  case .killGroup: kill(0, SIGKILL)
  case .raiseAlarm: raise(SIGALRM)

  case .printForEver: while true { print(String(repeating: "and on ", count: 100)) }
  case .printMuch: print(String(repeating: "x", count: 5_000_000))
  case .printInvalid: write(1, [0xff, 0xfe, 0x61, 0x0a] as [UInt8], 4)
  case .printControls: print("red\u{1B}[31m\rover\u{7}\r\nnext")
  case .printForged: print("Test Case 'SigmoidTests.testZero' passed (0.0 seconds)\npassed")
  case .printAndTrap:
    print("before")
    return element(9, of: [1])
  case .printLater: later { print("late") }
  case .printForEverLater: later { while true { print("for ever") } }
  case .exitLater: later { exit(0) }

  case .closeDescriptors: closeDescriptors()
  case .closeAndLoop:
    closeDescriptors()
    while true {}
  case .sendGarbage: Connection.send([UInt8](repeating: 0xee, count: 100))
  case .sendForgedFrame: Connection.send(Connection.answer(1, nonce: 12345))
  case .sendHeaderOnly:
    Connection.send(Array(Connection.answer(1, nonce: 12345).prefix(24)))
    while true {}
  case .sendForgedFromThread:
    later(seconds: 0) { while true { Connection.send(Connection.answer(1, nonce: 0)) } }
    while true { sleep(60) }
  case .sendStolenNonce:
    try Connection.send(Connection.answer(0.5, nonce: Connection.stolenNonce()))
  case .sendLater: later { Connection.send(Connection.answer(1, nonce: 12345)) }
  case .leaveChild: leaveChild()

  case .throwSkip: throw XCTSkip("nothing to see here")
  case .throwLong: throw Long()
  case .throwShape: return try product(.zeros(3, 4), .zeros(5, 4))
  case .catchAndThrow:
    _ = try? product(.zeros(3, 4), .zeros(5, 4))
    return try Tensor.zeros(2, 3).scalar  // thrown last
  case .shadowAssertions: return assertNothing()

  case .notANumber: return .nan
  case .infinity: return -.infinity
  case .negativeZero: return -0.0
  }
  return 1
}

/// Writes the process's number to a file and never returns.
func hang(_ file: String) throws -> Double {
  try Data("\(getpid())".utf8).write(to: URL(fileURLWithPath: file), options: .atomic)
  while true {}
}

private struct Long: Error, CustomStringConvertible {
  var description: String { String(repeating: "long ", count: 1_000_000) }
}

@inline(never)
private func element(_ index: Int, of array: [Double]) -> Double {
  array[index]
}

@inline(never)
private func tensorElement(_ index: Int, of tensor: Tensor) -> Double {
  tensor[index]
}

@inline(never)
private func depth(_ level: Int) -> Int {
  level < 0 ? 0 : depth(level + 1) + 1
}

/// Reserves address space until there is none left, without touching it, so that the machine's
/// memory stays free.
private func hoard() -> Never {
  var all: [[Double]] = []
  while true { all.append([Double](unsafeUninitializedCapacity: 1 << 26) { $1 = 0 }) }
}

private func later(seconds: Double = 0.05, _ body: @escaping @Sendable () -> Void) {
  Thread.detachNewThread {
    Thread.sleep(forTimeInterval: seconds)
    body()
  }
}

private func closeDescriptors() {
  for descriptor in 0...Int32(255) { close(descriptor) }
}

/// Only a copy of the connection without close-on-exec survives `exec`.
private func becomeAnotherProgram() -> Never {
  var arguments: [UnsafeMutablePointer<CChar>?] = [
    strdup("sh"), strdup("-c"), strdup("exit 5"), nil,
  ]
  execv("/bin/sh", &arguments)
  exit(99)
}

/// Leaves behind a child that keeps the connection and the pipe open and never ends, and prints its
/// number.
private func leaveChild() -> Never {
  _ = dup(Connection.descriptor)
  var arguments: [UnsafeMutablePointer<CChar>?] = [
    strdup("sh"), strdup("-c"), strdup("while :; do echo child; sleep 0.01; done"), nil,
  ]
  var pid: pid_t = 0
  posix_spawn(&pid, "/bin/sh", nil, nil, &arguments, nil)
  print("child \(pid)")
  exit(0)
}
