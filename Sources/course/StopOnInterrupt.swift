import Dispatch
import Foundation

/// Turns the first Ctrl-C into a request to end early; the second ends the program as usual.
final class StopOnInterrupt {
  private let source: any DispatchSourceSignal

  init(_ ask: @escaping @Sendable () -> Void) {
    signal(SIGINT, SIG_IGN)
    source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    source.setEventHandler {
      ask()
      signal(SIGINT, SIG_DFL)
    }
    source.activate()
  }

  func end() {
    source.cancel()
    signal(SIGINT, SIG_DFL)
  }
}
