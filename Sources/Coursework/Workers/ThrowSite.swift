import Foundation
import Synchronization

/// Where in this process's program the last error was thrown.
///
/// Swift's runtime calls the function that `_swift_willThrow` points to before an error leaves its
/// `throw`; testing libraries use it too. An error that passes through `try` is not thrown again.
enum ThrowSite {
  /// The calls that are kept, innermost first.
  private static let deepest = 32
  private static let last = Mutex<[UInt]>([])

  /// Notes from now on where errors are thrown; without the hook there is never a place.
  static func watch() {
    guard let hook = dlsym(dlopen(nil, RTLD_NOW), "_swift_willThrow") else { return }
    // The first call loads what unwinds the stack.
    note()
    hook.assumingMemoryBound(to: UnwindingLibrary.Handler?.self).pointee = { _ in
      ThrowSite.note()
    }
  }

  /// Keeps the addresses alone: what file they belong to takes long to find, and most errors are
  /// caught by whoever has called.
  private static func note() {
    let calls = here()
    last.withLock { $0 = calls }
  }

  /// Forgets errors that were thrown before.
  static func forget() { last.withLock { $0 = [] } }

  /// The calls that led to the last error, as distances from the program's start.
  ///
  /// An address is that of the instruction after the call; one less lies within the call's line.
  static var offsets: [Int] {
    let calls = last.withLock { $0 }.compactMap { UnsafeMutableRawPointer(bitPattern: $0) }
    guard let library = UnwindingLibrary.current, let start = library.programStart else {
      return []
    }
    return calls.filter { library.start(of: $0) == start }.map { $0 - start - 1 }
  }

  /// The calls that led here.
  private static func here() -> [UInt] {
    guard let library = UnwindingLibrary.current else { return [] }
    var frames = [UnsafeMutableRawPointer?](repeating: nil, count: deepest)
    let count = Int(library.backtrace(&frames, Int32(deepest)))
    return frames.prefix(count).map { UInt(bitPattern: $0) }
  }
}

/// Functions of the C library that Swift's module of it does not show, looked up by name.
private struct UnwindingLibrary {
  /// What Swift's runtime calls with an error.
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
  private let auxiliaryValue: AuxiliaryValue

  static let current = UnwindingLibrary()

  private init?() {
    let handle = dlopen(nil, RTLD_NOW)
    guard let backtrace = dlsym(handle, "backtrace"), let address = dlsym(handle, "dladdr"),
      let auxiliaryValue = dlsym(handle, "getauxval")
    else { return nil }
    self.backtrace = unsafeBitCast(backtrace, to: Backtrace.self)
    self.address = unsafeBitCast(address, to: Address.self)
    self.auxiliaryValue = unsafeBitCast(auxiliaryValue, to: AuxiliaryValue.self)
  }

  /// Where the program itself begins in memory: it holds the headers that the system has loaded it by,
  /// whose address is the auxiliary value `AT_PHDR` of `elf.h`.
  var programStart: UnsafeMutableRawPointer? {
    UnsafeMutableRawPointer(bitPattern: auxiliaryValue(3)).flatMap(start(of:))
  }

  /// Where the file begins in memory that an address belongs to.
  func start(of call: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    var place = Place()
    return address(call, &place) == 0 ? nil : place.start
  }
}

/// The calls in a program that led to an error.
public struct CodeSite: Equatable, Sendable {
  let launch: WorkerLaunch
  /// The folders of the package whose lines are named.
  let folders: [String]
  let offsets: [Int]

  /// The learner's line, looked up when it is asked for.
  var place: String? { CrashSite.place(at: offsets, launch: launch, folders: folders) }
}
