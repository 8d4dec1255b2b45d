import Foundation
import Synchronization
import Text

/// How far a long piece of work is: one line that changes on a terminal, a line every tenth of the
/// work elsewhere.
package final class StatusLine: Sendable {
  private struct State: Sendable {
    var lastTenth = 0
    var isOpen = false
  }

  private let width: Int?
  private let state = Mutex(State())

  /// - Parameter width: the terminal's columns; nil where no person watches.
  package init(width: Int?) {
    self.width = width
  }

  /// Shows how far the work is.
  ///
  /// - Parameters:
  ///   - done: the part of the work that is done.
  ///   - all: the whole work.
  ///   - notice: a line of its own that stays, above the one that changes.
  ///   - text: the line; it is cut to the terminal's width.
  package func show(_ done: Int, of all: Int, notice: String? = nil, _ text: () -> String) {
    state.withLock { state in
      if let notice {
        clear(&state)
        print(notice)
      }
      if let width {
        print("\r\u{1B}[K" + truncated(text(), to: width - 1), terminator: "")
        state.isOpen = true
      } else {
        let tenth = done * 10 / max(1, all)
        guard tenth > state.lastTenth else { return }
        state.lastTenth = tenth
        print(text())
      }
      fflush(nil)
    }
  }

  /// Leaves the line, so that what follows begins on its own.
  package func end() {
    state.withLock { clear(&$0) }
  }

  private func clear(_ state: inout State) {
    if state.isOpen { print("\r\u{1B}[K", terminator: "") }
    state.isOpen = false
  }
}
