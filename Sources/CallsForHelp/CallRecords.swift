import Synchronization

/// What a place file says about calls for help, read when it is first needed.
///
/// Reading and preparing it takes longer than reading a thousand lines, so each is done once.
public final class CallRecords: Sendable {
  /// The text of the file, to tell whether two files say the same.
  let text: [UInt8]
  /// The doors, the most urgent first.
  let doors: [String]
  private let read: @Sendable () -> CallPatterns
  private let memory = Mutex<(patterns: CallPatterns?, matcher: CallMatcher?)>((nil, nil))

  /// Keeps how to read the patterns.
  ///
  /// - Parameters:
  ///   - text: The text of the file.
  ///   - doors: The names of its doors, the most urgent first.
  ///   - read: Reads the patterns.
  public init(
    of text: [UInt8],
    doors: [String],
    _ read: @escaping @Sendable () -> CallPatterns
  ) {
    self.text = text
    self.doors = doors
    self.read = read
  }

  /// What the file says.
  public var patterns: CallPatterns {
    memory.withLock { memory in
      let patterns = memory.patterns ?? read()
      memory.patterns = patterns
      return patterns
    }
  }

  /// Finds what the file says in lines.
  public var matcher: CallMatcher {
    let patterns = patterns
    return memory.withLock { memory in
      let matcher = memory.matcher ?? Self.prepared(patterns, text, doors)
      memory.matcher = matcher
      return matcher
    }
  }

  /// What was prepared last: an author who saves a guide again and again waits for it once.
  private static let last = Mutex<(text: [UInt8], doors: [String], matcher: CallMatcher)?>(nil)

  private static func prepared(
    _ patterns: CallPatterns,
    _ text: [UInt8],
    _ doors: [String]
  ) -> CallMatcher {
    let known = last.withLock { last in last?.text == text && last?.doors == doors ? last : nil }
    if let known { return known.matcher }
    let matcher = CallMatcher([patterns], order: doors)
    last.withLock { $0 = (text, doors, matcher) }
    return matcher
  }
}
