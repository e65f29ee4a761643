public import Documents
public import GuideCheck
public import Journal
import SourceText

/// The kept entries of a session in words: one line for each entry, under its day.
///
/// The words are those that the person read, if that text was kept and this program can read it. Otherwise
/// they come from the current content, or, failing that, they are the names in the scripts.
public struct SessionScreen {
  private let blocks: [Block]

  /// The entries of a session.
  ///
  /// - Parameters:
  ///   - name: The session.
  ///   - events: Its kept events.
  ///   - library: Returns the library that the person read: from the text with a fingerprint, or from the
  ///     current content if the fingerprint is nil or its text cannot be read; nil if neither can be read.
  public init(
    of name: SessionName,
    _ events: [KeptEvent],
    from library: (_ fingerprint: String?) -> Library?
  ) {
    var blocks: [Block] = []
    var read: Library?
    var day: Day?
    for kept in events {
      if let fingerprint = kept.event.fingerprint {
        read = library(fingerprint)
      } else if blocks.isEmpty {
        // How it began can no longer be read.
        read = library(nil)
      }
      if day != kept.timestamp.day {
        blocks.append(
          .note(day == nil ? "\(name), \(kept.timestamp.day)" : "\(kept.timestamp.day)")
        )
        day = kept.timestamp.day
      }
      let words = kept.event.words(in: read)
      blocks.append(.choice("\(kept.sequence)", "\(kept.timestamp.time)  \(words)"))
    }
    self.blocks = blocks.isEmpty ? [.note("\(name)")] : blocks
  }

  /// Laid out for a terminal; elsewhere each entry is one line, however long, that other programs find.
  public func lines(_ renderer: TerminalRenderer, isTerminal: Bool) -> [String] {
    if isTerminal { return Array(renderer.lines(blocks).drop(while: \.isEmpty)) }
    return blocks.map { block in
      switch block {
      case .choice(let number, let words): "\(number)  \(renderer.shown(words.text))"
      case .note(let words): renderer.shown(words.text)
      default: ""
      }
    }
  }
}

extension Event {
  /// What tells the text that is read from here on.
  fileprivate var fingerprint: String? {
    switch self {
    case .began(_, let fingerprint, _), .carriedOver(_, let fingerprint): fingerprint
    default: nil
    }
  }
}
