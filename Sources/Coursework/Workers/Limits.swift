import Foundation

/// The resource limits of a worker.
struct Limits {
  /// The limit of the address space in bytes.
  let memory: UInt

  static let standard = Limits(memory: 4 << 30)

  /// Applies the limits to this process and its children.
  ///
  /// A limit that the system refuses is skipped: the judge's clock and a class's sandbox still
  /// apply.
  func impose() {
    set(RLIMIT_CORE, to: 0)
    #if os(Linux)
      set(RLIMIT_AS, to: memory)
    #endif
  }

  #if os(Linux)
    private func set(_ resource: __rlimit_resource, to value: UInt) {
      var limit = rlimit(rlim_cur: value, rlim_max: value)
      setrlimit(__rlimit_resource_t(resource.rawValue), &limit)
    }
  #else
    private func set(_ resource: Int32, to value: UInt) {
      var limit = rlimit(rlim_cur: rlim_t(value), rlim_max: rlim_t(value))
      setrlimit(resource, &limit)
    }
  #endif
}
