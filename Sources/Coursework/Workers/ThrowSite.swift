import Foundation
import Synchronization

/// The place in this process's program where the last error was thrown.
///
/// Swift's runtime calls the function that `_swift_willThrow` points to before an error leaves its
/// `throw`; testing libraries use it too. An error that passes through `try` is not thrown again.
enum ThrowSite {
  /// The number of calls that are kept, innermost first.
  private static let deepest = 32
  private static let last = Mutex<[UInt]>([])

  /// Starts recording where errors are thrown; without the hook no place is ever known.
  static func watch() {
    guard let hook = dlsym(dlopen(nil, RTLD_NOW), "_swift_willThrow") else { return }
    // The first call loads the unwinder.
    note()
    hook.assumingMemoryBound(to: UnwindingLibrary.Handler?.self).pointee = { _ in
      ThrowSite.note()
    }
  }

  /// Records only addresses: looking up their files is slow, and most errors are caught by a
  /// caller.
  private static func note() {
    let calls = here()
    last.withLock { $0 = calls }
  }

  /// Forgets the errors thrown so far.
  static func forget() { last.withLock { $0 = [] } }

  /// The calls that led to the last error, as offsets from the program's start.
  ///
  /// An address is that of the instruction after the call; subtracting one gives the call's own
  /// line.
  static var offsets: [Int] {
    let calls = last.withLock { $0 }.compactMap { UnsafeMutableRawPointer(bitPattern: $0) }
    // Without `getauxval`, as on macOS, the program is linked as one: this file's code is in it.
    guard let library = UnwindingLibrary.current,
      let start = library.programStart ?? calls.first.flatMap(library.start(of:))
    else { return [] }
    return calls.filter { library.start(of: $0) == start }.map { $0 - start - 1 }
  }

  /// Returns the calls that led here.
  private static func here() -> [UInt] {
    guard let library = UnwindingLibrary.current else { return [] }
    var frames = [UnsafeMutableRawPointer?](repeating: nil, count: deepest)
    let count = Int(library.backtrace(&frames, Int32(deepest)))
    return frames.prefix(count).map { UInt(bitPattern: $0) }
  }
}

/// Functions of the C library that Swift's module for it does not expose, looked up by name.
private struct UnwindingLibrary {
  /// The function that Swift's runtime calls with an error.
  typealias Handler = @convention(c) (UnsafeRawPointer?) -> Void
  typealias Backtrace =
    @convention(c) (UnsafeMutablePointer<UnsafeMutableRawPointer?>?, Int32) -> Int32
  private typealias AuxiliaryValue = @convention(c) (UInt) -> UInt
  private typealias Address = @convention(c) (UnsafeRawPointer?, UnsafeMutableRawPointer?) -> Int32

  /// Dl_info of `dlfcn.h`.
  private struct Place {
    var file: UnsafePointer<CChar>?
    var start: UnsafeMutableRawPointer?
    var symbol: UnsafePointer<CChar>?
    var symbolStart: UnsafeMutableRawPointer?
  }

  let backtrace: Backtrace
  private let address: Address
  private let auxiliaryValue: AuxiliaryValue?

  static let current = UnwindingLibrary()

  private init?() {
    let handle = dlopen(nil, RTLD_NOW)
    guard let backtrace = dlsym(handle, "backtrace"), let address = dlsym(handle, "dladdr") else {
      return nil
    }
    self.backtrace = unsafeBitCast(backtrace, to: Backtrace.self)
    self.address = unsafeBitCast(address, to: Address.self)
    auxiliaryValue = dlsym(handle, "getauxval").map {
      unsafeBitCast($0, to: AuxiliaryValue.self)
    }
  }

  /// The address at which the program begins in memory: that of the file containing its program
  /// headers, given by the auxiliary value `AT_PHDR` of `elf.h`.
  var programStart: UnsafeMutableRawPointer? {
    auxiliaryValue.flatMap { UnsafeMutableRawPointer(bitPattern: $0(3)) }.flatMap(start(of:))
  }

  /// Returns the load address of the file that contains an address.
  func start(of call: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    var place = Place()
    return address(call, &place) == 0 ? nil : place.start
  }
}

/// The calls in a program that led to an error.
public struct CodeSite: Equatable, Sendable {
  let launch: WorkerLaunch
  /// The folders of the package in which lines are reported.
  let folders: [String]
  let offsets: [Int]

  /// The learner's line, looked up on access.
  var place: String? { CrashSite.place(at: offsets, launch: launch, folders: folders) }
}
