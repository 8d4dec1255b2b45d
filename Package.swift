// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "DeepLearningCourse",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "course", targets: ["course"])]
)

/// The weeks of the course: the folder's name in Exercises/ and Solutions/, in the order of study.
let weeks: [(folder: String, module: String)] = [
]

// MARK: The mathematics

package.targets += [
  .target(
    name: "CKernels",
    cSettings: [.unsafeFlags(["-O3"])]
  ),
  .target(name: "Tensors", dependencies: ["CKernels"]),
  .target(name: "Datasets", dependencies: ["Tensors"], resources: [.copy("FashionMNIST")]),
]

// MARK: The course

package.targets += [
  .target(name: "Plotting", dependencies: ["Tensors"]),
  .target(name: "Quizzing"),
  .executableTarget(name: "course", dependencies: ["Quizzing"]),
]

// MARK: Tests of the framework

package.targets += [
  .testTarget(name: "TensorsTests", dependencies: ["Tensors"]),
  .testTarget(name: "DatasetsTests", dependencies: ["Datasets", "Tensors"]),
  .testTarget(name: "PlottingTests", dependencies: ["Plotting", "Tensors"]),
  .testTarget(name: "QuizzingTests", dependencies: ["Quizzing"], resources: [.copy("Samples")]),
]

// MARK: Settings for all

let learnersModules = Set(weeks.map(\.module))

for target in package.targets where target.name != "CKernels" {
  var settings = target.swiftSettings ?? []
  settings.append(.swiftLanguageMode(.v6))
  if !learnersModules.contains(target.name) {
    settings += [
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("MemberImportVisibility"),
    ]
    // A checked loop is a hundred times slower at -Onone. Only what learners write stays there,
    // for their breakpoints and clear traps.
    if target.type != .test {
      settings.append(.unsafeFlags(["-O"], .when(configuration: .debug)))
    }
  }
  target.swiftSettings = settings
}
