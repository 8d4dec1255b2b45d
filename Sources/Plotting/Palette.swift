/// The colours of series and classes.
///
/// Okabe and Ito's eight colours, which remain distinguishable with any kind of colour blindness
/// (M. Okabe, K. Ito: Color Universal Design, 2008). Those with the best contrast on white and on
/// black come first. Nothing relies on colour alone: series also differ in their dashes, and
/// classes in their marks.
enum Palette {
  static let colours = [
    "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#999999", "#f0e442",
  ]
  /// The replacements on a dark card for the colours of lines and marks that are too dark to be
  /// visible there.
  static let lighter = ["#0072b2": "#58a6ff", "#d55e00": "#f5914a"]
  /// The nearest of a terminal's 256 indexed colours.
  static let indexed = [32, 166, 36, 175, 214, 74, 246, 227]
  /// Pale backgrounds for the same classes.
  static let indexedPale = [153, 223, 158, 225, 230, 195, 253, 230]
  /// Dark marks that stand out on the pale backgrounds.
  static let indexedDark = [25, 130, 29, 125, 94, 24, 238, 58]

  /// The dash patterns of lines, whose round ends shorten every gap by the width of the line.
  static let dashes = ["", "7 6", "1 5", "9 5 1 5", "13 6", "4 5", "1 8", "9 5 1 5 1 5"]

  static let letters: [Character] = Array("abcdefghijklmnopqrstuvwxyz")
  /// The marks of classes in a terminal.
  static let marks: [Character] = Array("ox+*#@%&")

  static func colour(_ index: Int) -> String { colours[index % colours.count] }
  static func dash(_ index: Int) -> String { dashes[index % dashes.count] }
  static func mark(_ index: Int) -> Character { marks[index % marks.count] }
  static func letter(_ index: Int) -> Character { letters[index % letters.count] }

  /// The mark of a class as a path around its centre, five or six units wide.
  static func shape(_ index: Int) -> String {
    let shapes = [
      "m-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0z",  // circle
      "m-2.7-2.7h5.4v5.4h-5.4z",  // square
      "m0-3.6l3.4 5.9h-6.8z",  // triangle
      "m0-3.8l3.8 3.8l-3.8 3.8l-3.8-3.8z",  // diamond
      "m-1-3.4h2v2.4h2.4v2h-2.4v2.4h-2v-2.4h-2.4v-2h2.4z",  // plus
      "m0 3.6l3.4-5.9h-6.8z",  // triangle on its tip
      "m-3.6-1.5h7.2v3h-7.2z",  // lying bar
      "m-1.5-3.6h3v7.2h-3z",  // standing bar
    ]
    return shapes[index % shapes.count]
  }
}
