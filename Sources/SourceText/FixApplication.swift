/// Returns the bytes of `source` after `fixes` are applied.
///
/// A fix is applied as a whole or not at all. A fix is skipped if one of its edits to this source
/// is out of bounds or overlaps an edit of an earlier fix. An edit that two fixes share is made
/// once. Texts inserted at the same offset appear in the order of the fixes.
public func applying(_ fixes: [Fix], to source: SourceFile) -> [UInt8] {
  var accepted: [Edit] = []
  var taken: [Span] = []
  var known: Set<Edit> = []
  for fix in fixes {
    let added = fix.edits.filter { $0.source == source && known.insert($0).inserted }
    let spans = added.map(\.span)
    if fits(spans, in: source, beside: taken) {
      accepted += added
      taken += spans
    } else {
      known.subtract(added)
    }
  }
  return replaced(source.bytes, with: accepted)
}

private func fits(_ spans: [Span], in source: SourceFile, beside taken: [Span]) -> Bool {
  spans.enumerated().allSatisfy { index, span in
    span.start >= 0 && span.end <= source.bytes.count
      && !taken.contains { span.crosses($0) }
      && !spans[..<index].contains { span.crosses($0) }
  }
}

extension Span {
  /// Whether the spans share a byte, or one is an empty span inside the other.
  fileprivate func crosses(_ other: Span) -> Bool { other.start < end && start < other.end }
}

private func replaced(_ bytes: [UInt8], with edits: [Edit]) -> [UInt8] {
  let inOrder = edits.enumerated().sorted { first, second in
    (first.element.span.start, first.element.span.end, first.offset)
      < (second.element.span.start, second.element.span.end, second.offset)
  }
  var result: [UInt8] = []
  var position = 0
  for (_, edit) in inOrder {
    result += bytes[position..<edit.span.start]
    result += Array(edit.replacement.utf8)
    position = edit.span.end
  }
  return result + bytes[position...]
}
