/// Lines of a text that a pause does not separate: a title and what follows it, a question and its
/// choices, a lead and the first item of its list.
public struct LineGroup: Hashable, Sendable {
  /// The lines; the first is empty if there is a blank line before the group.
  public var lines: [String]
  /// Whether it is read together with the group before it: as the next item of its list, or as more
  /// about its figure.
  public var isKin: Bool
  /// The number of groups before it in the whole text.
  public let place: Int
  /// Where its blocks after the first begin, by the number of the line.
  var joints: [Int: Joint] = [:]

  /// How two blocks of a group belong together, for a group that is too long for a page.
  enum Joint: Hashable, Sendable {
    /// As items of a list: a page can end here.
    case items
    /// As a note, such as how to answer, and what it is about: a page should end elsewhere.
    case note
    /// As a heading or a lead and what it is about: a page should not end here.
    case lead
  }

  /// How many of the lines have something on them.
  var textCount: Int { lines.count { !$0.isEmpty } }
}

/// Where a long text pauses.
///
/// The pages are chosen together, so that none has a single line on it and none ends in the middle of
/// what belongs together, if the screen has room for that. Among those, there are as few pages as possible.
public struct PageBreaks: Sendable {
  private let capacity: Int

  /// Creates page breaks for pages with at most this many lines, at least two.
  public init(capacity: Int) { self.capacity = max(capacity, 2) }

  /// The groups, with those that are too long for a page in parts.
  public func fitting(_ groups: [LineGroup]) -> [LineGroup] {
    groups.flatMap { group -> [LineGroup] in
      if group.lines.count <= capacity { return [group] }
      let ends = ends(of: group)
      return zip([0] + ends, ends).map { start, end in
        LineGroup(
          lines: Array(group.lines[start..<end]),
          isKin: start == 0 && group.isKin,
          place: group.place
        )
      }
    }
  }

  /// Where the parts of a group end that is too long: between items of its list if it can be, and so that
  /// the last part, which is next to the prompt, is as full as can be.
  private func ends(of group: LineGroup) -> [Int] {
    let count = group.lines.count
    var best = Array(repeating: 0, count: count + 1)
    var ends = Array(repeating: count, count: count + 1)
    for start in (0..<count).reversed() {
      var texts = 0
      var least = Int.max
      for end in (start + 1)...min(count, start + capacity) {
        if !group.lines[end - 1].isEmpty { texts += 1 }
        let cost =
          Self.page + best[end] + (texts < 2 ? Self.loneLine : 0)
          + costOfParting(group, from: start, at: end)
        if cost < least { (least, ends[start]) = (cost, end) }
      }
      best[start] = least
    }
    return Array(sequence(first: ends[0]) { $0 < count ? ends[$0] : nil })
  }

  private func costOfParting(_ group: LineGroup, from start: Int, at line: Int) -> Int {
    if line == group.lines.count { return 0 }
    switch group.joints[line] {
    case .items?: return 0
    case .note?: return Self.note
    case .lead?: return Self.lead
    case nil: break
    }
    // An item of a list stays whole where it can.
    switch group.joints.filter({ $0.key < line }).max(by: { $0.key < $1.key })?.value {
    case .items?, .note?: return Self.insideItem
    case .lead?, nil: break
    }
    // One line of a paragraph is not alone on its page, and the page is full.
    let isNearJoint = [line - 1, line + 1].contains {
      group.joints[$0] != nil || group.lines.indices.contains($0) && group.lines[$0].isEmpty
        || $0 == group.lines.count
    }
    return Self.insideBlock + (isNearJoint ? Self.loneLineOfBlock : 0) + capacity - (line - start)
  }

  /// How many of some groups are on the first page.
  ///
  /// - Parameter groups: The groups that are still unread, each at most as long as a page.
  /// - Returns: The number of groups; 0 if there are none.
  public func firstPage(of groups: [LineGroup]) -> Int {
    var best = Array(repeating: 0, count: groups.count + 1)
    var end = 0
    for start in groups.indices.reversed() {
      var lines = 0
      var texts = 0
      var least = Int.max
      for place in start..<groups.count {
        lines += groups[place].lines.count
        if lines > capacity, place > start { break }
        texts += groups[place].textCount
        let cost =
          Self.page + best[place + 1] + (texts == 1 ? Self.loneLine : 0)
          + costOfBreak(before: place + 1, groups)
        // Of pages that are equally good, the fullest.
        if cost <= least { (least, end) = (cost, place + 1) }
      }
      best[start] = least
    }
    return end
  }

  private func costOfBreak(before place: Int, _ groups: [LineGroup]) -> Int {
    guard place < groups.count, groups[place].isKin else { return 0 }
    let isLast = place + 1 == groups.count || !groups[place + 1].isKin
    let isSecond = !groups[place - 1].isKin
    let isLone =
      (isLast && groups[place].textCount == 1)
      || (isSecond && groups[place - 1].textCount == 1)
    return isLone ? Self.loneItem : Self.kin
  }

  private static let page = 100
  private static let kin = 150
  private static let loneItem = 500
  private static let insideBlock = 500
  private static let insideItem = 800
  private static let loneLineOfBlock = 300
  private static let note = 700
  private static let lead = 900
  private static let loneLine = 1_000
}
