import ContentFolder
import Documents
import GuideCheck
import Journal
import SourceText
import Terminal

/// What was kept of a session, as a person reads it: a line for each entry, under the day it is of.
///
/// The words are those the person read, if their text was kept and this program can read it; else those
/// of the content folder; where neither has them, the names that stand in the scripts.
struct SessionScreen {
  private let blocks: [Block]

  init(
    _ handle: SessionName,
    _ events: [KeptEvent],
    from reader: JournalReader,
    _ place: ContentOptions
  ) {
    var blocks: [Block] = []
    var library: Library?
    var day: Day?
    for kept in events {
      if let fingerprint = kept.event.fingerprint {
        library = Self.library(fingerprint, reader) ?? Self.library(place)
      } else if blocks.isEmpty {
        // How it began can no longer be read.
        library = Self.library(place)
      }
      if day != kept.timestamp.day {
        blocks.append(
          .note(
            day == nil ? "\(handle), \(kept.timestamp.day)" : "\(kept.timestamp.day)"
          )
        )
        day = kept.timestamp.day
      }
      let words = kept.event.words(in: library)
      blocks.append(.choice("\(kept.sequence)", "\(kept.timestamp.time)  \(words)"))
    }
    self.blocks = blocks.isEmpty ? [.note("\(handle)")] : blocks
  }

  /// Laid out for the terminal; elsewhere each entry is one line, however long, that other programs find.
  func lines(on output: Output) -> [String] {
    let renderer = output.renderer
    if output.isTerminal { return Array(renderer.lines(blocks).drop(while: \.isEmpty)) }
    return blocks.map { block in
      switch block {
      case .choice(let number, let words): "\(number)  \(renderer.shown(words.text))"
      case .note(let words): renderer.shown(words.text)
      default: ""
      }
    }
  }

  private static func library(_ fingerprint: String, _ reader: JournalReader) -> Library? {
    let archive = try? reader.text(of: fingerprint)
    return archive.flatMap { ContentText(archive: $0) }?.library
  }

  private static func library(_ place: ContentOptions) -> Library? {
    (try? place.folder().read(.session(country: ContentText.defaultCountry)))?.library
  }
}

extension Event {
  /// What tells the text that is read from here on.
  fileprivate var fingerprint: String? {
    switch self {
    case .began(_, let fingerprint), .carriedOver(_, let fingerprint): fingerprint
    default: nil
    }
  }
}
