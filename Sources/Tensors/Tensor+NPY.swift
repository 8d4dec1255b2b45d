public import Foundation
import Text

extension Tensor {
  /// Reads the bytes of a `.npy` file.
  ///
  /// Real numbers of every size and order are read, and booleans as 0 and 1; integers beyond 2⁵³ are
  /// rounded.
  /// - Throws: `ArrayFileError`.
  public init(npy data: Data) throws {
    self = try data.withUnsafeBytes { bytes in try Tensor(npy: bytes) }
  }

  /// Reads a `.npy` file.
  ///
  /// - Throws: `ArrayFileError.file`, or an error of Foundation if the file cannot be read.
  public init(contentsOf url: URL) throws {
    let data = try Data(contentsOf: url, options: .mappedIfSafe)
    do {
      try self.init(npy: data)
    } catch let error as ArrayFileError {
      throw ArrayFileError.file(path: url.path, error)
    }
  }

  /// The bytes of a `.npy` file with this tensor, identical to NumPy's for doubles.
  public var npy: Data {
    var data = Data(NPYHeader.bytes(shape: shape))
    elements.map { $0.bitPattern.littleEndian }.withUnsafeBufferPointer { data.append($0) }
    return data
  }

  /// Writes a `.npy` file.
  ///
  /// An existing file is replaced only once all of the new one is written.
  ///
  /// - Throws: An error of Foundation if the file cannot be written.
  public func write(to url: URL) throws {
    try npy.write(to: url, options: .atomic)
  }

  private init(npy bytes: UnsafeRawBufferPointer) throws(ArrayFileError) {
    let header = try NPYHeader(bytes)
    let shape = header.shape
    // The element count can be multiplied by 8 without overflow.
    guard shape.count <= 64, let count = elementCount(of: shape) else { throw .shape(shape) }
    let expected = count * header.type.size
    let body = UnsafeRawBufferPointer(rebasing: bytes[header.dataOffset...])
    guard body.count >= expected else {
      throw .truncated(
        part: Phrase(
          "the data of shape \(shapeText(shape))", zh: "形状 \(shapeText(shape)) 的数据"),
        expected: expected, actual: body.count)
    }
    guard body.count == expected else { throw .leftOver(bytes: body.count - expected) }
    let elements = header.type.read(body, count: count)
    if header.isFortranOrder {
      self = Tensor(uncheckedShape: shape.reversed(), elements: elements).T
    } else {
      self.init(uncheckedShape: shape, elements: elements)
    }
  }
}
