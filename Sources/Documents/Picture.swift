import SourceText

/// A picture of 100 people for each group of a figure, filled from one corner.
///
/// It shows only what the words above it say.
public struct Picture: Hashable, Sendable {
  /// The people of one group.
  public struct Group: Hashable, Sendable {
    /// Its name and number, as in the text.
    public let caption: String
    /// How many certainly had the outcome, from 0 to 100.
    public let filled: Int
    /// How many more may have had it.
    public let maybe: Int

    /// A group.
    public init(caption: String, filled: Int, maybe: Int) {
      self.caption = caption
      self.filled = filled
      self.maybe = maybe
    }
  }

  /// The groups, in the order of the text.
  public let groups: [Group]
  /// What the icons mean, for each glyph set.
  private let legends: [GlyphSet: String]

  /// Creates a picture.
  ///
  /// - Parameters:
  ///   - groups: The groups.
  ///   - legend: Returns the words for these icons: filled, maybe if there is one, and empty.
  public init(groups: [Group], legend: (Character, Character?, Character) -> String) {
    self.groups = groups
    let hasMaybe = groups.contains { $0.maybe > 0 }
    var legends: [GlyphSet: String] = [:]
    for (set, icons) in [(GlyphSet.signs, Icons.signs), (.shapes, .shapes)] {
      legends[set] = legend(icons.filled, hasMaybe ? icons.maybe : nil, icons.empty)
    }
    self.legends = legends
  }

  /// What the icons of a glyph set mean; nil for a set that draws nothing.
  func legend(_ glyphs: GlyphSet) -> String? { legends[glyphs] }
}

extension Picture {
  /// The icons of a picture: a person who had the outcome, one who may have had it, and one who did not.
  struct Icons {
    let filled: Character
    let maybe: Character
    let empty: Character

    /// Shapes that every console font has.
    static let shapes = Icons(filled: "\u{25A0}", maybe: "\u{2592}", empty: "\u{B7}")
    /// ASCII characters.
    static let signs = Icons(filled: "#", maybe: "+", empty: ".")

    private func icon(_ place: Int, of group: Group) -> Character {
      place < group.filled ? filled : place < group.filled + group.maybe ? maybe : empty
    }

    fileprivate func rows(of group: Group) -> [String] {
      stride(from: 0, to: 100, by: Picture.iconsInRow).map { start in
        (start..<start + Picture.iconsInRow).map { String(icon($0, of: group)) }
          .joined(separator: " ")
      }
    }
  }

  private static let indent = "  "
  private static let gap = 4
  /// How many of the hundred icons are in a row.
  static let iconsInRow = 10
  /// Columns of a row, with a space between icons.
  private static let across = 2 * iconsInRow - 1

  /// The lines of the picture: the legend, and then the groups, side by side where they fit.
  func lines(width: Int, glyphs: GlyphSet, shown: (String) -> String) -> [String] {
    guard let legend = legends[glyphs] else { return [] }
    let icons = glyphs == .shapes ? Icons.shapes : .signs
    let panels = groups.map { group in (shown(group.caption), icons.rows(of: group)) }
    let columns = panels.map { max(Self.across, displayWidth(of: $0.0)) }
    let all = columns.reduce(0, +) + Self.gap * (columns.count - 1) + Self.indent.count
    let drawn = all <= width ? aside(panels, columns) : panels.flatMap { below($0, width) }
    return wrapped(legend, width: width) + [""] + drawn
  }

  private func aside(_ panels: [(String, [String])], _ columns: [Int]) -> [String] {
    (0...100 / Self.iconsInRow).map { row in
      let cells = panels.map { row == 0 ? $0.0 : $0.1[row - 1] }
      return Self.indent + joined(cells, columns, gap: Self.gap)
    }
  }

  private func below(_ panel: (String, [String]), _ width: Int) -> [String] {
    wrapped(panel.0, width: width, indent: Self.indent, hanging: Self.indent)
      + panel.1.map { Self.indent + $0 }
  }
}

/// Cells side by side, each as wide as its column, without spaces at the end.
func joined(_ cells: [String], _ columns: [Int], gap: Int) -> String {
  var line = ""
  for (cell, column) in zip(cells, columns) {
    line += cell
    line += String(repeating: " ", count: max(0, column - displayWidth(of: cell)) + gap)
  }
  let end = line.lastIndex { $0 != " " }.map { line.index(after: $0) } ?? line.startIndex
  return String(line[..<end])
}
