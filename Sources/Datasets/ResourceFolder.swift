import Foundation

/// The folders that may contain the package's resources.
///
/// `Bundle.module` stops the program when the bundle is missing. This list only names the folders,
/// so that a missing file can be reported as an error.
enum ResourceFolder {
  /// The bundles next to the program or the test bundle, then the folder of this source file.
  static var candidates: [URL] {
    var neighbours = [Bundle.main.bundleURL, Bundle.main.resourceURL].compactMap { $0 }
    #if canImport(Darwin)
      // A test bundle is loaded by a program in another folder.
      let own = Bundle(for: Marker.self).bundleURL
      neighbours += [own, own.deletingLastPathComponent()]
    #endif
    var folders: [URL] = []
    for neighbour in neighbours {
      // SwiftPM's bundles: Package_Datasets.resources on Linux, Package_Datasets.bundle on macOS.
      let names = (try? FileManager.default.contentsOfDirectory(atPath: neighbour.path)) ?? []
      for name in names.sorted()
      where name.hasSuffix("_Datasets.resources") || name.hasSuffix("_Datasets.bundle") {
        let bundle = neighbour.appending(path: name)
        folders += [bundle, bundle.appending(path: "Contents/Resources")]
      }
    }
    return folders + [URL(filePath: #filePath).deletingLastPathComponent()]
  }

  #if canImport(Darwin)
    private final class Marker {}
  #endif
}
