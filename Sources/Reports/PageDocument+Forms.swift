public import Documents
public import Phrases

extension PageDocument {
  /// The text of a file with the page.
  public func text(in form: PageForm) -> String {
    switch form {
    case .text: lines(in: form).joined(separator: "\n") + "\n"
    case .largePrint: lines(in: form).joined(separator: "\n") + "\n"
    case .webPage: HTMLRenderer().page(printed) + "\n"
    }
  }

  private func lines(in form: PageForm) -> [String] {
    Self.sheets(of: printed).enumerated().flatMap { number, blocks in
      let lines =
        form == .largePrint
        ? TerminalRenderer.largePrint(blocks)
        : TerminalRenderer(width: 80, isDense: true).lines(blocks)
      let sheet = Array(lines.drop(while: \.isEmpty))
      // A printer starts a new sheet at this mark.
      return number == 0 ? sheet : ["\u{C}" + (sheet.first ?? "")] + sheet.dropFirst()
    }
  }

  /// The blocks of each sheet of a document.
  public static func sheets(of document: Document) -> [[Block]] {
    var sheets: [[Block]] = [[]]
    for block in document.blocks {
      if block == .newSheet {
        sheets.append([])
      } else {
        sheets[sheets.count - 1].append(block)
      }
    }
    return sheets
  }
}
