import GuideSyntax
import SourceText

// Numbered lists: written 1, 2, 3, in the order in which people read the items.
extension GuideLayout {
  /// Checks the number of an item: it begins a list with 1, or is one more than that of an item that can be read right
  /// before it.
  ///
  /// If the block above it is an item, too, it cannot begin a list.
  mutating func count(_ item: NumberedItemSyntax, isInList: Bool) {
    let begins = item.number == 1 && !isInList
    if !begins && !step.lastNumbers.contains(item.number - 1) {
      report(.numberOutOfOrder(source, item.numberSpan, after: step.lastNumbers.max()))
    }
    step.lastNumbers = [item.number]
  }

  /// Lays out blocks that only some people read: for the others, the list goes on as before them.
  mutating func countingForSome(_ layOut: (inout GuideLayout) -> Void) {
    let before = step.lastNumbers
    layOut(&self)
    step.lastNumbers.formUnion(before)
  }
}

extension BlockSyntax {
  /// Whether it is an item of a numbered list.
  var isNumberedItem: Bool { if case .numberedItem = content { true } else { false } }
}
