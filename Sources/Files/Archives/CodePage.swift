import Foundation

/// A code page for names from before UTF-8, which archives do not identify.
///
/// Windows, and most programs for it, write names in the code page of the machine's language.
/// (APPNOTE.TXT, 4.4.4 and appendix D, prescribes code page 437 without the UTF-8 flag; nobody
/// adheres to it.)
package struct CodePage: Sendable, Equatable {
  /// The characters of the upper half; nil where characters have several bytes.
  private let upper: [Unicode.Scalar]?
  /// The number that Core Foundation uses for it.
  private let number: UInt

  private init(_ characters: String) {
    upper = Array(characters.unicodeScalars)
    number = 0
  }

  private init(number: UInt) {
    upper = nil
    self.number = number
  }

  /// Decodes a name; nil if any of its bytes is invalid.
  package func text(of bytes: [UInt8]) -> String? {
    guard let upper else {
      let text = String(bytes: bytes, encoding: .init(rawValue: 0x8000_0000 | number))
      return text.flatMap { $0.unicodeScalars.contains("\u{FFFD}") ? nil : $0 }
    }
    var text = String.UnicodeScalarView()
    for byte in bytes {
      text.append(byte < 0x80 ? Unicode.Scalar(byte) : upper[Int(byte) - 0x80])
    }
    return text.contains("\u{FFFD}") ? nil : String(text)
  }

  /// MS-DOS in the United States, and many programs anywhere.
  static let dosUnitedStates = CodePage(
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒ"
      + "áíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
      + "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀"
      + "αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}")

  /// Windows' archives in Western Europe.
  static let dosWesternEurope = CodePage(
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ"
      + "áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐"
      + "└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀"
      + "ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}")

  /// Windows' archives in Central Europe.
  static let dosCentralEurope = CodePage(
    "ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×č"
      + "áíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐"
      + "└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀"
      + "ÓßÔŃńňŠšŔÚŕŰýÝţ´\u{AD}˝˛ˇ˘§÷¸°¨˙űŘř■\u{A0}")

  /// Windows' archives in Russia.
  static let dosCyrillic = CodePage(
    "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
      + "абвгдежзийклмноп░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
      + "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀"
      + "рстуфхцчшщъыьэюяЁёЄєЇїЎў°∙·√№¤■\u{A0}")

  /// Windows itself in Western Europe, a superset of Latin-1.
  package static let windowsWestern = CodePage(
    "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}"
      + "\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ"
      + "\u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿"
      + "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß"
      + "àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ")

  /// Windows itself in Russia.
  static let windowsCyrillic = CodePage(
    "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{FFFD}™љ›њќћџ"
      + "\u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕї"
      + "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
      + "абвгдежзийклмнопрстуфхцчшщъыьэюя")

  /// Mainland China, a superset of GBK and GB 2312.
  package static let chinese = CodePage(number: 0x0632)
  /// Windows in Japan.
  static let japanese = CodePage(number: 0x0420)
  /// Windows in Taiwan and Hong Kong.
  static let traditionalChinese = CodePage(number: 0x0A03)
  /// Windows in Korea.
  static let korean = CodePage(number: 0x0422)

  static let all = [
    chinese, dosUnitedStates, dosWesternEurope, dosCyrillic, dosCentralEurope, japanese,
    traditionalChinese, korean, windowsWestern, windowsCyrillic,
  ]

  /// Finds the most probable code page of one archive's names.
  ///
  /// - Parameters:
  ///   - names: the names that are not UTF-8.
  ///   - isKnown: whether part of a name matches somebody in the class, which decides.
  /// - Returns: the code page with the most known names; among equal ones, the one whose letters
  ///   look most like a name's.
  package static func best(
    for names: [[UInt8]], isKnown: (String) -> Bool = { _ in false }
  ) -> CodePage {
    var best = (page: windowsWestern, known: -1, likeness: -Double.infinity)
    for page in all {
      let texts = names.compactMap(page.text(of:))
      guard texts.count == names.count else { continue }
      let parts = Set(texts.flatMap { $0.split { $0 == "/" || $0 == "\\" }.prefix(4) })
      let known = parts.count { isKnown(String($0)) }
      var likeness = zip(texts, names).reduce(0) { $0 + page.likeness(of: $1.0, $1.1) }
      // It is no coincidence when that many common Chinese characters are all valid Hangul.
      let bytes = names.reduce(0) { $0 + $1.count { $0 >= 0x80 } }
      if page == korean, bytes >= 16, likeness > 0.98 * Double(bytes) { likeness *= 1.05 }
      if (known, likeness) > (best.known, best.likeness) { best = (page, known, likeness) }
    }
    return best.page
  }
}

// MARK: What looks like a name

extension CodePage {
  /// Scores how much a text looks like a person's name: a weight for each non-ASCII character, at
  /// most one for each of its bytes.
  private func likeness(of text: String, _ bytes: [UInt8]) -> Double {
    if upper == nil { return pairs(of: bytes) }
    let scalars = Array(text.unicodeScalars)
    return scalars.indices.reduce(0) { sum, index in
      let scalar = scalars[index]
      guard !scalar.isASCII else { return sum }
      guard scalar.properties.isAlphabetic else {
        return sum - (scalar.properties.generalCategory == .control ? 100 : 1)
      }
      let neighbours = [index - 1, index + 1].filter(scalars.indices.contains).map { scalars[$0] }
      let letters = neighbours.filter(\.properties.isAlphabetic)
      // A word consists of letters of one script, without a capital after a small letter.
      let isMixed = letters.contains { Self.script($0) != Self.script(scalar) }
      let follows = index > 0 && scalars[index - 1].properties.isLowercase
      let isOdd = scalar.properties.isUppercase && follows
      if isMixed || isOdd { return sum - 0.5 }
      // Few Latin letters with diacritics follow one another.
      let marked = letters.count { !$0.isASCII }
      return sum + (Self.script(scalar) == .latin ? (marked > 0 ? 0.2 : 0.8) : 0.9)
    }
  }

  private enum Script { case latin, greek, cyrillic, other }

  private static func script(_ scalar: Unicode.Scalar) -> Script {
    switch scalar.value {
    case 0x370..<0x400: .greek
    case 0x400..<0x530: .cyrillic
    case ..<0x250: .latin
    default: .other
    }
  }

  /// Scores two-byte characters: the frequent ones are in the first rows of every standard.
  private func pairs(of bytes: [UInt8]) -> Double {
    var sum = 0.0
    var index = 0
    while index < bytes.count {
      let first = bytes[index]
      guard first >= 0x80 else {
        index += 1
        continue
      }
      if self == .japanese, (0xa1...0xdf).contains(first) {
        // Half-width katakana hardly ever occur in file names.
        sum += 0.1
        index += 1
        continue
      }
      let second = index + 1 < bytes.count ? bytes[index + 1] : 0
      sum += 2 * weight(of: Int(first) << 8 | Int(second))
      index += 2
    }
    return sum
  }

  private func weight(of pair: Int) -> Double {
    let isInner = pair & 0xff >= 0xa1
    switch self {
    case .chinese where isInner && (0xb0..<0xd8).contains(pair >> 8): return 1
    case .chinese where isInner && (0xd8..<0xf8).contains(pair >> 8): return 0.7
    case .chinese: return 0.3
    // Hangul occupy the same rows as China's common characters.
    case .korean where isInner && (0xb0..<0xc9).contains(pair >> 8): return 0.99
    case .korean: return 0.2
    case .japanese where (0x829f..<0x8397).contains(pair): return 1
    case .japanese where (0x889f..<0x9873).contains(pair): return 0.95
    case .japanese: return 0.2
    case .traditionalChinese where (0xa440..<0xc67f).contains(pair): return 0.97
    default: return 0.2
    }
  }
}
