public import Coursework
import Files
public import Foundation
import Plotting
import Tensors
import Text

/// A picture of a lesson, drawn with the course's own functions.
///
/// It is stored as SVG in the folder `Pictures` beside the lesson; a picture with words has a
/// second file for the Chinese lesson.
public struct LessonPicture: Sendable {
  /// The week's id.
  public let week: String
  /// The file's name without `.svg`.
  public let name: String
  private let draw: @Sendable () throws -> [any Figure]

  /// Creates a picture without words.
  init(_ week: String, _ name: String, draw: @escaping @Sendable () throws -> any Figure) {
    self.week = week
    self.name = name
    self.draw = { [try draw()] }
  }

  /// Creates a picture with words from what is computed once, and how it is drawn in a language.
  init<Content>(
    _ week: String, _ name: String, of content: @escaping @Sendable () throws -> Content,
    draw: @escaping @Sendable (Content, Language) throws -> any Figure
  ) {
    self.week = week
    self.name = name
    self.draw = {
      let content = try content()
      return [try draw(content, .english), try draw(content, .chinese)]
    }
  }

  /// All pictures, in the order of the lessons.
  public static let all =
    course1 + gradients + course2 + training + classes + batchNormalization + computationGraph
    + course3 + course4 + classicNetworks + detection + facesAndStyle

  /// Returns the picture's files by name, with their contents.
  ///
  /// - Throws: any error of the course's functions, which are called in a process of their own.
  public func files() throws -> [(name: String, svg: String)] {
    zip(["\(name).svg", "\(name).zh.svg"], try draw()).map { ($0, $1.svg()) }
  }

  /// Writes the pictures of a week into its folder in Exercises/.
  ///
  /// - Returns: the files, and whether each has changed.
  /// - Throws: any error of the course's functions, or of Foundation in writing a file.
  public static func write(
    _ week: Week, package: URL
  ) throws -> [(path: String, isChanged: Bool)] {
    var written: [(path: String, isChanged: Bool)] = []
    for picture in all where picture.week == week.id {
      for (name, svg) in try picture.files() {
        let path = "Exercises/\(week.folder)/Pictures/\(name)"
        let file = package.appending(path: path)
        let isChanged = (try? Data(contentsOf: file)) != Data(svg.utf8)
        if isChanged {
          try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
          try writeFile(Data(svg.utf8), to: file.path)
        }
        written.append((path, isChanged))
      }
    }
    return written
  }
}

extension Series {
  /// Plots the course's function of one number at 121 points of a range.
  init(
    _ name: String, _ range: ClosedRange<Double>, _ function: (Tensor) throws -> Tensor
  ) throws {
    let x = Tensor.linspace(range.lowerBound, range.upperBound, count: 121)
    try self.init(name, x: x.elements, y: function(x).elements)
  }
}
