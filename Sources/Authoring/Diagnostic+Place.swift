public import SourceText

extension Diagnostic {
  /// Where it is, as `path:line:column`; empty if it has no place.
  public var place: String {
    guard let label = labels.first else { return "" }
    let (line, column) = label.source.position(at: label.span.start)
    return "\(visible(label.source.path)):\(line):\(column)"
  }
}
