/// What a clinician has written and signed about the lines that call for help: word classes, spellings,
/// and patterns.
public struct CallPatterns: Sendable, Equatable {
  /// What a line is when a pattern is in it.
  public enum Meaning: Sendable, Hashable {
    /// It calls for help; `door` is what it is about, or nil for help in general.
    case call(door: String?)
    /// It says that something is hard, without calling for help.
    case distress
    /// The words of the pattern do not count.
    case exception(Scope)
    /// The words of the pattern do not count, unless the sentence says that it is now.
    case doubt(Scope)
    /// The sentence is about now.
    case now
  }

  /// What an exception takes back.
  public enum Scope: Sendable, Hashable {
    /// Everything.
    case all
    /// Calls about one door.
    case door(String)
    /// Calls for help in general.
    case help
    /// Distress.
    case distress
  }

  /// A pattern, and what it means.
  public struct Entry: Sendable, Equatable {
    /// What a line is when the pattern is in it.
    public let meaning: Meaning
    /// What to look for.
    public let pattern: CallPattern

    /// Creates an entry.
    public init(_ meaning: Meaning, _ pattern: CallPattern) {
      self.meaning = meaning
      self.pattern = pattern
    }
  }

  /// The classes, by name: words or short phrases that count as the same.
  public var classes: [String: [String]] = [:]
  /// Other spellings of words: the words that are meant, and how people type them.
  public var spellings: [(meant: String, typed: [String])] = []
  /// Ordinary words that are never a slip of another word.
  public var ordinary: [String] = []
  /// The words in which a slip counts; if there are none, it counts in all.
  public var slips: [String] = []
  /// Words that say nothing by themselves: a line is read as if they were not there.
  public var fillers: [String] = []
  /// The patterns.
  public var entries: [Entry] = []

  /// Creates a value without patterns.
  public init() {}

  /// Whether nothing is written.
  public var isEmpty: Bool { entries.isEmpty }

  /// Whether two places say the same about calls.
  public static func == (left: CallPatterns, right: CallPatterns) -> Bool {
    left.classes == right.classes && left.ordinary == right.ordinary
      && left.slips == right.slips
      && left.fillers == right.fillers && left.entries == right.entries
      && left.spellings.elementsEqual(right.spellings, by: ==)
  }
}
