extension JSONText {
  /// Creates the JSON for a diagnostic.
  ///
  /// Its position is that of the first label, or null if it has no label.
  init(_ diagnostic: Diagnostic) {
    self = .fields(
      [
        ("id", .text(diagnostic.id)),
        ("severity", .text(diagnostic.severity.rawValue)),
        ("title", .text(diagnostic.title)),
      ] + place(of: diagnostic.labels.first) + [
        ("labels", .list(diagnostic.labels.map(JSONText.init))),
        ("notes", .list(diagnostic.notes.map(JSONText.text))),
        ("fix", diagnostic.fix.map(JSONText.init) ?? .nothing),
      ]
    )
  }

  private init(_ label: Label) {
    self = .fields(place(of: label) + [("message", .text(label.message))])
  }

  private init(_ fix: Fix) {
    self = .fields([
      ("summary", .text(fix.summary)),
      ("edits", .list(fix.edits.map(JSONText.init))),
    ])
  }

  private init(_ edit: Edit) {
    self = .fields([
      ("path", .text(edit.source.path)),
      ("start", .number(edit.span.start)),
      ("end", .number(edit.span.end)),
      ("replacement", .text(edit.replacement)),
    ])
  }
}

private func place(of label: Label?) -> [(name: String, value: JSONText)] {
  let start = label.map { $0.source.position(at: $0.span.start) }
  let end = label.map { $0.source.position(at: $0.span.end) }
  return [
    ("path", label.map { .text($0.source.path) } ?? .nothing),
    ("line", number(start?.line)),
    ("column", number(start?.column)),
    ("endLine", number(end?.line)),
    ("endColumn", number(end?.column)),
  ]
}

private func number(_ number: Int?) -> JSONText {
  number.map { .number($0) } ?? .nothing
}
