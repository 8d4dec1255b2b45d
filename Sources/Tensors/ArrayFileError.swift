public import Files
public import Text

/// A fault of a `.npy` or `.npz` file.
public indirect enum ArrayFileError: Error, Equatable, Sendable {
  /// The data does not begin like a `.npy` file.
  case notNPY
  /// A version of the format that this reader does not know.
  case unsupportedVersion(major: Int, minor: Int)
  /// The data ends before the length that it announces.
  case truncated(part: Phrase, expected: Int, actual: Int)
  /// Bytes follow the last element.
  case leftOver(bytes: Int)
  /// The header is not a valid dictionary.
  case malformedHeader(Phrase)
  /// Elements that are not numbers of a supported size.
  case unsupportedType(String)
  /// A shape with a negative length, more than 64 axes, or too many elements.
  case shape([Int])
  /// The data is not a zip archive.
  case notNPZ
  /// The archive is damaged, encrypted or compressed in an unusual way.
  case archive(ArchiveError)
  /// A name that no array of the archive has.
  case noSuchArray(name: String, available: [String])
  /// Two arrays to be written under the same name.
  case duplicateName(String)
  /// More data than zip allows without extensions: 4 GiB or 65535 arrays.
  case tooLarge
  /// An error in the named file.
  case file(path: String, ArrayFileError)
  /// An error in the named array of an archive.
  case array(name: String, ArrayFileError)
}

extension ArrayFileError: PhrasedError {
  /// One sentence that says what was found, what was expected, and, where known, what to do.
  public var phrase: Phrase {
    switch self {
    case .notNPY:
      return Phrase(
        "this is no .npy file: it does not begin with the bytes 93 4E 55 4D 50 59",
        zh: "这不是 .npy 文件：开头的字节不是 93 4E 55 4D 50 59")
    case .unsupportedVersion(let major, let minor):
      return Phrase(
        "version \(major).\(minor) of the .npy format is not supported: expected 1.0, 2.0 or 3.0",
        zh: "不支持 \(major).\(minor) 版的 .npy 格式：应为 1.0、2.0 或 3.0")
    case .truncated(let part, let expected, let actual):
      return Phrase(
        "the data ends too early: \(part(.english)) needs \(expected) bytes, but \(actual) are "
          + "there",
        zh: "数据不完整：\(part(.chinese))需要 \(expected) 字节，只有 \(actual) 字节")
    case .leftOver(let bytes):
      return Phrase(
        "\(bytes) bytes follow the last element: expected exactly one array",
        zh: "最后一个元素之后还有 \(bytes) 字节：应当只有一个数组")
    case .malformedHeader(let reason):
      return Phrase(
        "the header of the .npy data is malformed: \(reason(.english))",
        zh: ".npy 数据的文件头有误：\(reason(.chinese))")
    case .unsupportedType(let type):
      return Phrase(
        "elements of type \(type) are not supported: save the array as float64, or as another "
          + "real number type or bool",
        zh: "不支持 \(type) 类型的元素：请把数组存为 float64、其他实数类型或 bool")
    case .shape(let shape):
      return Phrase(
        "\(shapeText(shape)) is not a valid shape: expected at most 64 axes, no "
          + "negative length, and a product that fits in memory",
        zh: "无法读取形状 \(shapeText(shape))：最多 64 条轴，长度不能为负，乘积不能超出内存")
    case .notNPZ:
      return Phrase(
        "this is no .npz file: it has no zip directory", zh: "这不是 .npz 文件：找不到 zip 目录")
    case .archive(let error):
      return Phrase(
        "the zip archive cannot be read: \(error.phrase(.english))",
        zh: "无法读取 zip 文件：\(error.phrase(.chinese))")
    case .noSuchArray(let name, let available):
      return Phrase(
        "there is no array \(name): the archive holds "
          + (available.isEmpty ? "none" : available.joined(separator: ", ")),
        zh: "没有数组 \(name)："
          + (available.isEmpty ? "文件里没有数组" : "文件里有 " + available.joined(separator: "、")))
    case .duplicateName(let name):
      return Phrase(
        "two arrays are named \(name): names must differ", zh: "有两个数组都叫 \(name)：名称不能相同")
    case .tooLarge:
      return Phrase(
        "the archive would exceed 4 GiB or 65535 arrays: write several files",
        zh: "文件会超过 4 GiB 或 65535 个数组：请分成几个文件")
    case .file(let path, let error):
      return Phrase(
        "\(path): \(error.phrase(.english))", zh: "\(path)：\(error.phrase(.chinese))")
    case .array(let name, let error):
      return Phrase(
        "array \(name): \(error.phrase(.english))", zh: "数组 \(name)：\(error.phrase(.chinese))")
    }
  }
}
