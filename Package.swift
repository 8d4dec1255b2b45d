// swift-tools-version: 6.2
import Foundation
import PackageDescription

let package = Package(
  name: "DeepLearningCourse",
  platforms: [.macOS(.v15)]
)

/// Whether this is a release for a class, which lacks the solutions, the modules that need them,
/// and the tests of the framework.
let isRelease = !exists("Solutions")

/// Whether this build is the judge of a class, which needs the suites, the worker and the
/// reference, but neither the command nor the tests of the framework: that halves the build time of
/// `course grade`.
let isJudge = Context.environment["COURSE_JUDGE"] == "1"

func exists(_ path: String) -> Bool {
  FileManager.default.fileExists(atPath: "\(Context.packageDirectory)/\(path)")
}

/// The weeks that the package has: the folder's name in Exercises/ and Solutions/.
// BEGIN WEEKS: written by `course assign`, in the order of Sources/Syllabus/Course.swift
let weekFolders = [
  "C1W2-LogisticRegression",
  "C1W3-ShallowNetwork",
  "C1W4-DeepNetwork",
  "C2W1a-Initialization",
  "C2W1b-Regularization",
  "C2W1c-GradientChecking",
  "C2W2-Optimization",
  "C2W3a-SoftmaxClassifier",
  "C2W3b-BatchNormalization",
  "C2W3c-ComputationGraph",
  "C3W1-Strategy",
  "C4W1-ConvolutionalNetwork",
  "C4W2-ClassicNetworks",
  "C4W3-Detection",
  "C4W4-FacesAndStyle",
]
// END WEEKS

let weeks = weekFolders.map { folder in
  (folder: folder, module: String(folder.split(separator: "-")[1]))
}

/// The weeks that do not compile while another is worked on, and are replaced by their stubs in
/// `.course/set-aside`.
let setAside = (Context.environment["COURSE_SET_ASIDE"] ?? "").split(separator: ",")
  .map(String.init)

// MARK: Foundations

package.targets += [
  .target(name: "Text"),
  .target(name: "Files", dependencies: ["Text"]),
  .target(name: "Processes", dependencies: ["Files", "Text"]),
  .target(name: "Statistics"),
]

if !isJudge {
  package.targets += [
    .target(name: "Commands", dependencies: ["Text"]),
    .target(name: "Terminals", dependencies: ["Text"]),
  ]
}

// MARK: The mathematics

package.targets += [
  .target(name: "CKernels", cSettings: [.unsafeFlags(["-O3"])]),
  .target(name: "Tensors", dependencies: ["CKernels", "Files", "Text"]),
  .target(
    name: "Datasets", dependencies: ["Tensors", "Text"], resources: [.copy("FashionMNIST")]),
]

// MARK: The course

package.targets += [
  .target(name: "Coursework", dependencies: ["Files", "Processes", "Tensors", "Text"]),
  .target(
    name: "Syllabus", dependencies: ["Coursework", "Tensors", "Text"], exclude: ["Hints"]),
  .target(
    name: "Demos", dependencies: ["Coursework", "Datasets", "Syllabus", "Tensors", "Text"]),
]

if !isJudge {
  package.targets += [
    .target(name: "Plotting", dependencies: ["Files", "Tensors", "Text"]),
    .target(name: "Banks", dependencies: ["Statistics", "Text"]),
    .target(
      name: "Quizzing",
      dependencies: ["Banks", "Commands", "Files", "Statistics", "Terminals", "Text"]),
  ]
}

/// The additional modules of instructors and authors.
let instructorModules: [Target.Dependency] =
  isRelease
  ? []
  : [
    "Authoring", "Banks", "Benchmarks", "Gradebooks", "Grading", "Intake", "Releases", "Reports",
    "Sandboxes", "Similarity", "SyntheticClasses",
  ]

if !isRelease {
  package.targets += [
    .target(
      name: "Benchmarks", dependencies: ["Coursework", "Datasets", "Syllabus", "Tensors", "Text"]),
    .executableTarget(name: "probe"),
  ]
}

if !isRelease && !isJudge {
  package.targets += [
    .target(
      name: "Releases", dependencies: ["Coursework", "Files", "Processes", "Syllabus", "Text"]),
    .target(
      name: "Authoring",
      dependencies: [
        "Coursework", "Datasets", "Files", "Plotting", "Processes", "Releases", "Syllabus",
        "Tensors", "Text",
      ]),
  ]
}

// MARK: A class and its marks

if !isRelease && !isJudge {
  package.targets += [
    .target(name: "Sandboxes", dependencies: ["Files", "Processes", "Text"]),
    .target(
      name: "Intake", dependencies: ["Coursework", "Files", "Processes", "Releases", "Text"]),
    .target(
      name: "Grading",
      dependencies: [
        "Coursework", "Files", "Intake", "Processes", "Releases", "Sandboxes", "Syllabus", "Text",
      ]),
    .target(
      name: "Gradebooks",
      dependencies: ["Coursework", "Files", "Grading", "Intake", "Syllabus", "Text"]),
    .target(
      name: "Reports",
      dependencies: [
        "Coursework", "Files", "Gradebooks", "Grading", "Intake", "Statistics", "Syllabus", "Text",
      ]),
    .target(
      name: "Similarity",
      dependencies: ["Coursework", "Files", "Intake", "Reports", "Syllabus", "Text"]),
    .target(name: "SyntheticClasses", dependencies: ["Coursework", "Releases", "Tensors"]),
  ]
}

// MARK: The weeks: the learner's module, its solution, and the suite that grades both

/// Whether the functions of Exercises/ are linked into the tests, which only breakpoints need.
let isInProcess = Context.environment["COURSE_IN_PROCESS"] == "1"
let linked: [Target.Dependency] = isInProcess ? ["worker"] : []

for week in weeks {
  package.targets += [
    setAside.contains(week.folder)
      ? .target(
        name: week.module, dependencies: ["Syllabus", "Tensors"],
        path: ".course/set-aside/\(week.folder)")
      : .target(
        name: week.module, dependencies: ["Syllabus", "Tensors"],
        path: "Exercises/\(week.folder)", exclude: ["Pictures", "README.md", "README.zh.md"]),
    .testTarget(
      name: "\(week.module)Tests",
      dependencies: ["Coursework", "Datasets", "GradedTesting", "Syllabus", "Tensors", "Text"]
        + linked),
  ]
  guard !isRelease else { continue }
  package.targets.append(
    .target(
      name: "\(week.module)Solution", dependencies: ["Coursework", "Syllabus", "Tensors"],
      path: "Solutions/\(week.folder)"))
}

// MARK: Programs

package.targets += [
  .executableTarget(
    name: "worker",
    dependencies: ["Coursework", "Demos", "Syllabus"]
      + weeks.map { .init(stringLiteral: $0.module) }),
  .target(
    name: "GradedTesting",
    dependencies: ["Coursework", "Syllabus", "Tensors", "Text"] + linked,
    path: "Tests/GradedTesting",
    swiftSettings: isInProcess ? [.define("IN_PROCESS")] : []),
]

if !isJudge {
  package.targets.append(
    .executableTarget(
      name: "course",
      dependencies: [
        "Commands", "Coursework", "Demos", "Files", "Plotting", "Processes", "Quizzing",
        "Syllabus", "Tensors", "Terminals", "Text",
      ] + instructorModules,
      swiftSettings: isRelease ? [.define("RELEASE")] : []))
}

if !isRelease {
  package.targets.append(
    .executableTarget(
      name: "reference",
      dependencies: ["Benchmarks", "Coursework", "Demos", "Syllabus", "Tensors"]
        + weeks.map { .init(stringLiteral: "\($0.module)Solution") }))
}

// MARK: Tests of the framework

let frameworkTests: [Target] = [
  .target(
    name: "FrameworkTesting", dependencies: ["Coursework", "Processes"],
    path: "Tests/FrameworkTesting"),
  .testTarget(name: "TextTests", dependencies: ["GradedTesting", "Text"]),
  .testTarget(
    name: "FilesTests", dependencies: ["Files", "FrameworkTesting", "GradedTesting", "Text"]),
  .testTarget(
    name: "CommandsTests",
    dependencies: ["Commands", "FrameworkTesting", "GradedTesting", "Text"]),
  .testTarget(
    name: "ProcessesTests",
    dependencies: ["Files", "FrameworkTesting", "GradedTesting", "Processes"]),
  .testTarget(
    name: "TensorsTests", dependencies: ["CKernels", "Files", "GradedTesting", "Tensors", "Text"]),
  .testTarget(
    name: "BenchmarksTests",
    dependencies: [
      "Benchmarks", "Coursework", "FrameworkTesting", "GradedTesting", "Tensors", "Text",
    ]),
  .testTarget(
    name: "DatasetsTests",
    dependencies: ["Datasets", "FrameworkTesting", "GradedTesting", "Tensors", "Text"],
    resources: [.copy("Fixtures")]),
  .testTarget(
    name: "PlottingTests", dependencies: ["GradedTesting", "Plotting", "Tensors", "Text"]),
  .target(
    name: "HostileExercises", dependencies: ["Coursework", "Tensors"],
    path: "Tests/HostileExercises"),
  .executableTarget(
    name: "HostileWorker", dependencies: ["Coursework", "HostileExercises", "Tensors"],
    path: "Tests/HostileWorker"),
  .testTarget(
    name: "CourseworkTests",
    dependencies: [
      "Coursework", "FrameworkTesting", "GradedTesting", "HostileExercises", "HostileWorker",
      "Statistics", "Tensors", "Text",
    ]),
  .testTarget(
    name: "DemosTests",
    dependencies: [
      "Coursework", "Demos", "FrameworkTesting", "GradedTesting", "Syllabus", "Tensors", "Text",
      "course", "reference",
    ]),
  .testTarget(
    name: "CourseTests",
    dependencies: [
      "Commands", "Coursework", "FrameworkTesting", "GradedTesting", "Quizzing", "Syllabus", "Text",
      "course",
    ]),
  .testTarget(
    name: "QuizzingTests",
    dependencies: [
      "Banks", "FrameworkTesting", "GradedTesting", "Processes", "Quizzing", "Statistics",
      "Terminals", "Text", "course",
    ],
    resources: [.copy("Samples")]),
  .testTarget(
    name: "GradingTests",
    dependencies: [
      "Coursework", "Files", "FrameworkTesting", "Gradebooks", "GradedTesting", "Grading",
      "Intake", "Processes", "Releases", "Reports", "Sandboxes", "Similarity",
      "Statistics", "Syllabus", "SyntheticClasses", "Tensors", "Text", "course", "probe",
    ]),
  .target(
    name: "LearnersBodies",
    dependencies: ["Coursework", "Syllabus", "Tensors"]
      + weeks.map { .init(stringLiteral: "\($0.module)Solution") },
    path: "Tests/LearnersBodies"),
  .executableTarget(
    name: "LearnersWorker",
    dependencies: ["Coursework", "LearnersBodies", "Syllabus"]
      + weeks.map { .init(stringLiteral: "\($0.module)Solution") },
    path: "Tests/LearnersWorker"),
  .testTarget(
    name: "AuthoringTests",
    dependencies: [
      "Authoring", "Coursework", "Demos", "FrameworkTesting", "GradedTesting", "LearnersBodies",
      "LearnersWorker", "Processes", "Releases", "Syllabus", "Tensors", "Text", "course",
      "reference",
    ]),
  .testTarget(
    name: "ReleasesTests",
    dependencies: [
      "Coursework", "Files", "FrameworkTesting", "GradedTesting", "Processes", "Releases",
      "Syllabus", "Text", "course",
    ]),
]

// They run only with the solutions, so that learners do not wait for their build.
let testsFramework = Context.environment["COURSE_CODE"] == "solutions"
if !isRelease && !isJudge && testsFramework { package.targets += frameworkTests }

// MARK: Settings of all targets

// The hostile functions take the place of a learner's and are built in the same way.
let learnable = Set(weeks.flatMap { [$0.module, "\($0.module)Solution"] } + ["HostileWorker"])

// A loop is up to a hundred times slower at -Onone, while -O takes five times as long to build.
// Debug builds therefore optimize only the modules that compute or read bytes in loops of their
// own.
let looping = Set(["ConvolutionalNetworkSolution", "Datasets", "Files", "Tensors", "Text"])
  // A judge is built once, and transfers and compares every number of a class.
  .union(isJudge ? ["Coursework"] : [])

// Modules that mostly wait for people, files or other programs are not optimized in release builds,
// which makes `swift run -c release course grade` begin a third sooner.
let waiting = Set([
  "Authoring", "Commands", "Demos", "Plotting", "Quizzing", "Releases", "Sandboxes", "Syllabus",
  "SyntheticClasses", "Terminals", "course",
])

for target in package.targets where target.name != "CKernels" {
  var settings = target.swiftSettings ?? []
  settings.append(.swiftLanguageMode(.v6))
  if learnable.contains(target.name) {
    // Arithmetic between an Int and a Tensor is declared deprecated, so that one sentence explains
    // the error.
    settings.append(.treatWarning("DeprecatedDeclaration", as: .error))
  } else {
    settings += [
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("MemberImportVisibility"),
    ]
  }
  if target.name.hasSuffix("Solution") {
    // An alternative can replace each function, which tests it together with everything that calls
    // it.
    settings.append(.unsafeFlags(["-Xfrontend", "-enable-implicit-dynamic"]))
  }
  if looping.contains(target.name) {
    settings.append(.unsafeFlags(["-O"], .when(configuration: .debug)))
  }
  if waiting.contains(target.name) {
    settings.append(.unsafeFlags(["-Onone"], .when(configuration: .release)))
  }
  // The files of a module would be compiled by several processes, each of which loads all imports
  // and reads all files. Nothing waits for a module's objects but the linker, so that one process
  // each keeps all processors busy and takes a seventh less.
  settings.append(.unsafeFlags(["-driver-batch-count", "1"], .when(configuration: .debug)))
  target.swiftSettings = settings
}
