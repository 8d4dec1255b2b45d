import Foundation

#if os(Linux)
  import CDispatch
#endif

/// The attempts to take more than the sandbox grants; being killed half-way counts as shut out.
enum Exhaustion {
  /// Takes memory and touches every page of it.
  static func memory(bytes: Int) {
    let piece = 64 << 20
    var taken = 0
    while taken < bytes {
      guard let start = mmap(nil, piece, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0),
        start != MAP_FAILED
      else {
        say(["shut", "memory"])
        return
      }
      memset(start, 1, piece)
      taken += piece
    }
    say(["open", "memory", "megabytes=\(taken >> 20)"])
  }

  /// Starts threads that wait forever.
  static func tasks(count: Int) {
    for _ in 0..<count {
      #if os(Linux)
        var thread = pthread_t()
      #else
        var thread: pthread_t?
      #endif
      var attributes = pthread_attr_t()
      pthread_attr_init(&attributes)
      pthread_attr_setstacksize(&attributes, 1 << 16)
      let code = pthread_create(
        &thread, &attributes,
        { _ in
          pause()
          return nil
        }, nil)
      if code != 0 {
        say(["shut", "tasks"])
        return
      }
    }
    say(["open", "tasks", "threads=\(count)"])
  }
}

/// Writes a line, its words separated by tabs, without buffering: the next attempt may kill the
/// process.
func say(_ words: [String]) {
  FileHandle.standardOutput.write(Data((words.joined(separator: "\t") + "\n").utf8))
}
