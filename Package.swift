// swift-tools-version: 6.2
import Foundation
import PackageDescription

let package = Package(
  name: "DeepLearningCourse",
  platforms: [.macOS(.v15)]
)

/// A release for a class has no solutions, and neither what needs them nor the tests of the framework.
let isRelease = !exists("Solutions")

func exists(_ path: String) -> Bool {
  FileManager.default.fileExists(atPath: "\(Context.packageDirectory)/\(path)")
}

/// The weeks of the course: the folder's name in Exercises/ and Solutions/, in the order of study. A
/// release holds some of them.
let weeks = [
  "C1W2-LogisticRegression",
  "C1W3-ShallowNetwork",
  "C1W4-DeepNetwork",
  "C2W1a-Initialization",
  "C2W1b-Regularization",
  "C2W1c-GradientChecking",
  "C2W2-Optimization",
  "C4W1-ConvolutionalNetwork",
].filter { exists("Exercises/\($0)") }.map { folder in
  (folder: folder, module: String(folder.split(separator: "-")[1]))
}

// MARK: What every room needs

package.targets += [
  .target(name: "Bytes"),
  .target(name: "Basics", dependencies: ["Bytes"]),
]

// MARK: The mathematics

package.targets += [
  .target(name: "CKernels", cSettings: [.unsafeFlags(["-O3"])]),
  .target(name: "Tensors", dependencies: ["Basics", "Bytes", "CKernels"]),
  .target(
    name: "Datasets", dependencies: ["Basics", "Tensors"], resources: [.copy("FashionMNIST")]),
]

// MARK: The course

package.targets += [
  .target(name: "Coursework", dependencies: ["Basics", "Bytes", "Tensors"]),
  .target(name: "Syllabus", dependencies: ["Basics", "Coursework", "Tensors"]),
  .target(
    name: "Demos", dependencies: ["Basics", "Coursework", "Datasets", "Syllabus", "Tensors"]),
  .target(name: "Plotting", dependencies: ["Basics", "Bytes", "Tensors"]),
  .target(name: "Banks", dependencies: ["Basics", "Bytes"]),
  .target(name: "Quizzing", dependencies: ["Banks", "Basics", "Bytes"]),
]

/// What instructors and authors have besides.
let instructorModules: [Target.Dependency] =
  isRelease ? [] : ["Authoring", "Benchmarks", "Grading", "SyntheticClasses"]

if !isRelease {
  package.targets += [
    .target(
      name: "Benchmarks", dependencies: ["Basics", "Coursework", "Datasets", "Syllabus", "Tensors"]),
    .target(
      name: "Authoring",
      dependencies: [
        "Basics", "Bytes", "Coursework", "Datasets", "Plotting", "Syllabus", "Tensors",
      ]),
    .target(
      name: "Grading", dependencies: ["Authoring", "Basics", "Bytes", "Coursework", "Syllabus"]),
    .executableTarget(name: "probe"),
  ]
}

// MARK: The weeks: what learners edit, its solution, and the suite that grades both

/// For breakpoints, and for them alone, the functions of Exercises/ are linked into the tests.
let isInProcess = Context.environment["COURSE_IN_PROCESS"] == "1"
let linked: [Target.Dependency] = isInProcess ? ["worker"] : []

for week in weeks {
  package.targets += [
    .target(
      name: week.module, dependencies: ["Syllabus", "Tensors"],
      path: "Exercises/\(week.folder)", exclude: ["Pictures", "README.md", "README.zh.md"]),
    .testTarget(
      name: "\(week.module)Tests",
      dependencies: [
        "Basics", "Coursework", "Datasets", "GradedTesting", "Syllabus", "Tensors",
      ] + linked),
  ]
  guard !isRelease else { continue }
  package.targets.append(
    .target(
      name: "\(week.module)Solution", dependencies: ["Coursework", "Syllabus", "Tensors"],
      path: "Solutions/\(week.folder)"))
}

// MARK: Programs

// A program serves the weeks that the package has.
let served = weeks.map { SwiftSetting.define($0.module) }

package.targets += [
  .executableTarget(
    name: "worker",
    dependencies: ["Coursework", "Demos", "Syllabus"]
      + weeks.map { .init(stringLiteral: $0.module) },
    swiftSettings: served),
  .executableTarget(
    name: "course",
    dependencies: [
      "Basics", "Bytes", "Coursework", "Datasets", "Demos", "Plotting", "Quizzing", "Syllabus",
      "Tensors",
    ] + instructorModules,
    swiftSettings: isRelease ? [.define("RELEASE")] : []),
  .target(
    name: "GradedTesting",
    dependencies: ["Basics", "Coursework", "Syllabus"] + linked,
    path: "Tests/GradedTesting",
    swiftSettings: isInProcess ? [.define("IN_PROCESS")] : []),
]

if !isRelease {
  package.targets.append(
    .executableTarget(
      name: "reference",
      dependencies: ["Benchmarks", "Coursework", "Demos", "Syllabus"]
        + weeks.map { .init(stringLiteral: "\($0.module)Solution") },
      swiftSettings: served + [.define("SOLUTIONS")]))
}

// MARK: Tests of the framework

let frameworkTests: [Target] = [
  .target(
    name: "FrameworkTesting", dependencies: ["Coursework"], path: "Tests/FrameworkTesting"),
  .testTarget(name: "BytesTests", dependencies: ["Bytes", "GradedTesting"]),
  .testTarget(
    name: "BasicsTests", dependencies: ["Basics", "Bytes", "FrameworkTesting", "GradedTesting"]),
  .testTarget(
    name: "TensorsTests", dependencies: ["Basics", "CKernels", "GradedTesting", "Tensors"]),
  .testTarget(
    name: "BenchmarksTests",
    dependencies: [
      "Basics", "Benchmarks", "Coursework", "FrameworkTesting", "GradedTesting", "Tensors",
    ]),
  .testTarget(
    name: "DatasetsTests",
    dependencies: ["Basics", "Datasets", "FrameworkTesting", "GradedTesting", "Tensors"],
    resources: [.copy("Fixtures")]),
  .testTarget(
    name: "PlottingTests", dependencies: ["Basics", "GradedTesting", "Plotting", "Tensors"]),
  .target(
    name: "HostileExercises", dependencies: ["Coursework", "Tensors"],
    path: "Tests/HostileExercises"),
  .executableTarget(
    name: "HostileWorker", dependencies: ["Coursework", "HostileExercises", "Tensors"],
    path: "Tests/HostileWorker"),
  .testTarget(
    name: "CourseworkTests",
    dependencies: [
      "Basics", "Coursework", "FrameworkTesting", "GradedTesting", "HostileExercises",
      "HostileWorker", "Tensors",
    ]),
  .testTarget(
    name: "DemosTests",
    dependencies: [
      "Basics", "Coursework", "Demos", "FrameworkTesting", "GradedTesting", "Syllabus", "Tensors",
      "course", "reference",
    ]),
  .testTarget(
    name: "QuizzingTests",
    dependencies: ["Banks", "Basics", "FrameworkTesting", "GradedTesting", "Quizzing", "course"],
    resources: [.copy("Samples")]),
  .target(
    name: "SyntheticClasses", dependencies: ["Authoring", "Coursework", "Tensors"],
    path: "Tests/SyntheticClasses"),
  .testTarget(
    name: "GradingTests",
    dependencies: [
      "Authoring", "Basics", "Coursework", "FrameworkTesting", "GradedTesting", "Grading",
      "Syllabus", "SyntheticClasses", "Tensors", "course", "probe",
    ]),
  .testTarget(
    name: "AuthoringTests",
    dependencies: [
      "Authoring", "Basics", "Coursework", "FrameworkTesting", "GradedTesting", "Syllabus",
      "Tensors", "course",
    ]),
]

if !isRelease { package.targets += frameworkTests }

// MARK: Settings for all

// The hostile functions stand for a learner's and are built like them.
let learnable = Set(weeks.flatMap { [$0.module, "\($0.module)Solution"] } + ["HostileWorker"])

// A checked loop is a hundred times slower at -Onone, and -O takes five times as long to build: in
// debug builds only what computes, or reads byte by byte, in loops of its own is optimized.
let looping = Set(["Bytes", "ConvolutionalNetworkSolution", "Tensors"])

// As many processes as there are processors share the files of a module, and each reads all that the
// module imports, which takes longer than the few files of most: those are left to one.
let large = Set([
  "Coursework", "Grading", "GradingTests", "Quizzing", "Syllabus", "Tensors", "course",
])

for target in package.targets where target.name != "CKernels" {
  var settings = target.swiftSettings ?? []
  settings.append(.swiftLanguageMode(.v6))
  if learnable.contains(target.name) {
    // Arithmetic between an Int and a Tensor is declared deprecated, to be refused with one sentence.
    settings.append(.treatWarning("DeprecatedDeclaration", as: .error))
  } else {
    settings += [
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("MemberImportVisibility"),
    ]
  }
  if looping.contains(target.name) {
    settings.append(.unsafeFlags(["-O"], .when(configuration: .debug)))
  }
  if !large.contains(target.name) {
    settings.append(.unsafeFlags(["-driver-batch-count", "1"], .when(configuration: .debug)))
  }
  target.swiftSettings = settings
}
