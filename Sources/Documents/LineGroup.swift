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
  /// The lines with which its blocks begin; a group that is too long for a screen ends a screen only
  /// before one of them, if it can.
  var starts: [Int] = []

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

  /// Where the parts of a group end that is too long: from its end, because that is next to the prompt, as
  /// many blocks as there is room for.
  private func ends(of group: LineGroup) -> [Int] {
    var ends = [group.lines.count]
    while let end = ends.last, end > capacity {
      let least = end - capacity
      // Not so early that the part before would be a single line.
      let start = group.starts.first { $0 >= least && $0 < end && $0 > 1 }
      ends.append(start ?? least)
    }
    return ends.reversed()
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
  private static let loneLine = 1_000
}
