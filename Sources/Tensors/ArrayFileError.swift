/// What is wrong with a `.npy` or `.npz` file.
public indirect enum ArrayFileError: Error, Equatable, Sendable {
  /// The data does not begin as a `.npy` file does.
  case notNPY
  /// A version of the format that this reader does not know.
  case unsupportedVersion(major: Int, minor: Int)
  /// The data ends before what it announces.
  case truncated(part: String, expected: Int, actual: Int)
  /// Bytes follow the last element.
  case leftOver(bytes: Int)
  /// The header is not the dictionary that it must be.
  case malformedHeader(String)
  /// Elements that are not numbers of a supported size.
  case unsupportedType(String)
  /// A shape with a negative length, more than 64 axes, or too many elements.
  case shape([Int])
  /// The data is no zip archive.
  case notNPZ
  /// The archive contradicts itself.
  case malformedArchive(String)
  /// An array that was saved compressed.
  case compressed(name: String)
  /// An array whose bytes do not have the checksum that the archive names.
  case checksum(name: String)
  /// A name that no array of the archive has.
  case noSuchArray(name: String, available: [String])
  /// Two arrays to write under one name.
  case duplicateName(String)
  /// More than the zip format holds without extensions: 4 GiB or 65535 arrays.
  case tooLarge
  /// An error, and the file it is in.
  case file(path: String, ArrayFileError)
  /// An error, and the array of an archive it is in.
  case array(name: String, ArrayFileError)
}

extension ArrayFileError: CustomStringConvertible {
  /// One sentence that says what was found, what was expected, and what to do if that is known.
  public var description: String {
    switch self {
    case .notNPY:
      return "this is no .npy file: it does not begin with the bytes 93 4E 55 4D 50 59"
    case .unsupportedVersion(let major, let minor):
      return
        "version \(major).\(minor) of the .npy format is not supported: expected 1.0, 2.0 or 3.0"
    case .truncated(let part, let expected, let actual):
      return "the data ends too early: \(part) needs \(expected) bytes, but \(actual) are there"
    case .leftOver(let bytes):
      return "\(bytes) bytes follow the last element: expected exactly one array"
    case .malformedHeader(let reason):
      return "the header of the .npy data is malformed: \(reason)"
    case .unsupportedType(let type):
      return "elements of type \(type) are not supported: save the array as float64, or as another "
        + "real number type or bool"
    case .shape(let shape):
      return "\(shapeText(shape)) is no shape that can be read: expected at most 64 axes, no "
        + "negative length, and a product that fits in memory"
    case .notNPZ:
      return "this is no .npz file: it has no zip directory"
    case .malformedArchive(let reason):
      return "the zip archive is malformed: \(reason)"
    case .compressed(let name):
      return "the array \(name) is compressed, which is not supported: save it with numpy.savez "
        + "instead of numpy.savez_compressed"
    case .checksum(let name):
      return "the array \(name) is damaged: its bytes do not have the checksum of the archive"
    case .noSuchArray(let name, let available):
      return "there is no array \(name): the archive holds "
        + (available.isEmpty ? "none" : available.joined(separator: ", "))
    case .duplicateName(let name):
      return "two arrays are named \(name): names must differ"
    case .tooLarge:
      return "the archive would exceed 4 GiB or 65535 arrays: write several files"
    case .file(let path, let error):
      return "\(path): \(error)"
    case .array(let name, let error):
      return "array \(name): \(error)"
    }
  }
}
