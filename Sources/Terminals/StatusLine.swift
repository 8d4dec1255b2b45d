import Foundation
import Synchronization
import Text

/// Shows the progress of a long task: one line that is rewritten on a terminal, or a new line for
/// every tenth of the work elsewhere.
package final class StatusLine: Sendable {
  private struct State: Sendable {
    var lastTenth = 0
    var isOpen = false
  }

  private let width: Int?
  private let state = Mutex(State())

  /// Creates a status line.
  ///
  /// - Parameter width: the terminal's columns; nil if the output is not a terminal.
  package init(width: Int?) {
    self.width = width
  }

  /// Shows the progress.
  ///
  /// - Parameters:
  ///   - done: the amount of work that is finished.
  ///   - all: the total amount of work.
  ///   - notice: a line that stays above the changing one.
  ///   - text: the changing line, which is cut to the terminal's width.
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

  /// Ends the line, so that later output begins on its own line.
  package func end() {
    state.withLock { clear(&$0) }
  }

  private func clear(_ state: inout State) {
    if state.isOpen { print("\r\u{1B}[K", terminator: "") }
    state.isOpen = false
  }
}
