import Banks
import Files
import Foundation

extension ExportedQuiz {
  /// Returns the ZIP archive of a format that supports one: QTI 1.2 or 2.1.
  ///
  /// - Throws: `StoredArchiveError`.
  func package(_ format: ExportFormat) throws -> Data {
    format == .qti21 ? try package21() : try package12()
  }

  /// Packages QTI 1.2 as a content package with a manifest (IMS Content Packaging 1.1.3).
  ///
  /// Canvas and Blackboard import QTI only as a ZIP archive, and a few kilobytes of XML need no
  /// compression. Canvas reads settings of the whole quiz, such as whether options are shuffled,
  /// from a file `assessment_meta.xml` on which the quiz depends.
  ///
  /// - Throws: `StoredArchiveError`.
  private func package12() throws -> Data {
    let (quiz, settings) = ("\(bank.id)/\(bank.id).xml", "\(bank.id)/assessment_meta.xml")
    let resources = [
      Markup(
        "resource", ["identifier": bank.id, "type": "imsqti_xmlv1p2", "href": quiz],
        [
          Markup("file", ["href": quiz]),
          Markup("dependency", ["identifierref": "\(bank.id)_meta"]),
        ]),
      Markup(
        "resource",
        [
          "identifier": "\(bank.id)_meta",
          "type": "associatedcontent/imscc_xmlv1p1/learning-application-resource",
          "href": settings,
        ], [Markup("file", ["href": settings])]),
    ]
    let images = pictures.sorted { $0.key < $1.key }.map {
      (name: "images/" + $0.key, content: $0.value)
    }
    let imageResources = images.enumerated().map { number, image in
      Markup(
        "resource",
        [
          "identifier": "\(bank.id)_image_\(number + 1)", "type": "webcontent", "href": image.name,
        ], [Markup("file", ["href": image.name])])
    }
    let manifest = manifest(resources + imageResources, version: ("IMS Content", "1.1.3"))
    // Canvas resolves pictures at this address, which text2qti uses as well.
    let writer = QTIWriter(quiz: self, pictureFolder: "%24IMS-CC-FILEBASE%24/images/")
    return try StoredArchive.data(
      of: [
        (name: "imsmanifest.xml", content: Data(manifest.document.utf8)),
        (name: quiz, content: Data(writer.text().utf8)),
        (name: settings, content: Data(canvasSettings.document.utf8)),
      ] + images)
  }

  /// Packages QTI 2.1 as a content package: the test first, which depends on its items.
  private func package21() throws -> Data {
    let writer = QTI21Writer(quiz: self)
    let items = questions.map { posed in
      let keywords = posed.question.tags.map { tag in
        Markup(
          "lom:keyword", [Markup("lom:string", ["language": bank.language.code], text: tag)])
      }
      let metadata = Markup(
        "metadata", [Markup("lom:lom", [Markup("lom:general", keywords)])])
      let texts = [posed.text] + posed.options.flatMap { [$0.text, $0.explanation] }
      let images = Set(texts.flatMap { pictures(in: $0).map(\.name) }).sorted()
      let files = ([writer.fileName(posed)] + images.map { Self.imageFolder + $0 }).map {
        Markup("file", ["href": $0])
      }
      return Markup(
        "resource",
        [
          "identifier": writer.identifier(posed), "type": "imsqti_item_xmlv2p1",
          "href": writer.fileName(posed),
        ], (keywords.isEmpty ? [] : [metadata]) + files)
    }
    let test = Markup(
      "resource",
      [
        "identifier": "test-\(bank.id)", "type": "imsqti_test_xmlv2p1", "href": writer.testName,
      ],
      [Markup("file", ["href": writer.testName])]
        + questions.map { Markup("dependency", ["identifierref": writer.identifier($0)]) })
    let manifest = manifest([test] + items, version: ("QTIv2.1 Package", "1.0.0"))
    return try StoredArchive.data(
      of: [("imsmanifest.xml", Data(manifest.document.utf8))]
        + writer.files().map { (name: $0.name, content: Data($0.content.document.utf8)) }
        + pictures.sorted { $0.key < $1.key }.map {
          (name: Self.imageFolder + $0.key, content: $0.value)
        })
  }

  /// The picture folder as seen from the items, which are in a folder of their own.
  private static var imageFolder: String { "items/" + QTI21Writer.pictureFolder }

  private func manifest(
    _ resources: [Markup], version: (schema: String, number: String)
  ) -> Markup {
    Markup(
      "manifest",
      [
        "identifier": "\(bank.id)_manifest", "xmlns": "http://www.imsglobal.org/xsd/imscp_v1p1",
        "xmlns:lom": "http://ltsc.ieee.org/xsd/LOM",
      ],
      [
        Markup(
          "metadata",
          [
            Markup("schema", text: version.schema),
            Markup("schemaversion", text: version.number),
          ]),
        Markup("organizations"), Markup("resources", resources),
      ])
  }

  /// The settings of the quiz as Canvas writes them into its own packages.
  private var canvasSettings: Markup {
    let points = pools.reduce(0) { $0 + ($1.versions.first?.question.points ?? 0) }
    return Markup(
      "quiz",
      ["identifier": bank.id, "xmlns": "http://canvas.instructure.com/xsd/cccv1p0"],
      [
        Markup("title", text: bank.title),
        Markup("description", text: RichText.html(bank.introduction)),
        Markup("shuffle_answers", text: "\(mayBeShuffled)"),
        Markup("quiz_type", text: "assignment"),
        Markup("points_possible", text: "\(points).0"),
      ])
  }
}
