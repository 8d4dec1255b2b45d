import Files
public import Foundation

/// Named tensors in a `.npz` file, as `numpy.savez` and `numpy.savez_compressed` write it: a zip
/// archive of `.npy` files.
///
/// Arrays are read on demand.
///
/// ```swift
/// let archive = try NPZArchive(contentsOf: url)
/// let X = try archive.tensor("train_x")
/// ```
/// Format: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
public struct NPZArchive: Sendable {
  private let bytes: DataBytes
  private let entries: [ZipEntry]
  private let path: String?

  /// The names of the arrays, in the order of the archive, without `.npy`.
  public var names: [String] { entries.map(\.arrayName) }

  /// Reads the directory of an archive.
  ///
  /// - Throws: `ArrayFileError`.
  public init(data: Data) throws {
    try self.init(data: data, path: nil)
  }

  /// Reads the directory of an archive file.
  ///
  /// - Throws: `ArrayFileError.file`, or an error of Foundation if the file cannot be read.
  public init(contentsOf url: URL) throws {
    let data = try Data(contentsOf: url, options: .mappedIfSafe)
    do {
      try self.init(data: data, path: url.path)
    } catch {
      throw ArrayFileError.file(path: url.path, error)
    }
  }

  private init(data: Data, path: String?) throws(ArrayFileError) {
    bytes = DataBytes(data)
    self.path = path
    var entries: [ZipEntry] = []
    do {
      try ZipDirectory(of: bytes).readEntries {
        if $0.path.hasSuffix(".npy") { entries.append($0) }
      }
    } catch {
      throw ArrayFileError(ofDirectory: error)
    }
    self.entries = entries
  }

  /// Reads the array with this name.
  ///
  /// - Throws: `ArrayFileError` if there is no such array or it is damaged.
  public func tensor(_ name: String) throws -> Tensor {
    do {
      guard let entry = entries.first(where: { $0.arrayName == name }) else {
        throw ArrayFileError.noSuchArray(name: name, available: names)
      }
      do {
        return try Tensor(npy: Data(entry.content(in: bytes)))
      } catch let error as ArrayFileError {
        throw ArrayFileError.array(name: name, error)
      } catch let error as ArchiveError {
        throw ArrayFileError.array(name: name, .archive(error))
      }
    } catch let error as ArrayFileError {
      guard let path else { throw error }
      throw ArrayFileError.file(path: path, error)
    }
  }

  /// Encodes these tensors as an uncompressed archive; equal tensors give equal bytes.
  ///
  /// - Throws: `ArrayFileError.duplicateName`, or `ArrayFileError.tooLarge` beyond 4 GiB.
  public static func data(of tensors: [(name: String, tensor: Tensor)]) throws -> Data {
    var names: Set<String> = []
    for (name, _) in tensors where !names.insert(name).inserted {
      throw ArrayFileError.duplicateName(name)
    }
    do {
      return try StoredArchive.data(of: tensors.map { ($0.name + ".npy", $0.tensor.npy) })
    } catch {
      throw ArrayFileError.tooLarge
    }
  }

  /// Writes an archive of these tensors.
  ///
  /// An existing file is replaced only once all of the archive is written.
  ///
  /// - Throws: `ArrayFileError`, or an error of Foundation if the file cannot be written.
  public static func write(_ tensors: [(name: String, tensor: Tensor)], to url: URL) throws {
    try data(of: tensors).write(to: url, options: .atomic)
  }
}

extension ZipEntry {
  fileprivate var arrayName: String { String(path.dropLast(4)) }
}

extension ArrayFileError {
  /// Converts an error in reading an archive's directory.
  fileprivate init(ofDirectory error: any Error) {
    switch error as? ArchiveError {
    case .notAnArchive, .truncated, nil: self = .notNPZ
    case .some(let error): self = .archive(error)
    }
  }
}
