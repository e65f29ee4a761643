import GuideEngine
public import SourceText

extension Page {
  /// The page for other programs, in the format of `page.schema.json`.
  public var json: JSONText {
    let head: [(String, JSONText)] = [
      ("format", .text("beforehand page 1")),
      ("handle", handle.map { .text($0) } ?? .nothing),
      ("edition", edition.map { .text($0) } ?? .nothing),
      ("date", json(self.day)),
    ]
    let lists: [(String, JSONText)] = [
      ("sayFirst", texts(sayFirst)), ("top", texts(top)), ("ask", texts(ask)),
      ("tell", texts(tell)), ("flags", texts(flags)),
      ("writings", .list(writings.map { json($0) })), ("ratings", .list(ratings.map { json($0) })),
      ("numbers", .list(numbers.map { json($0) })), ("leftOut", texts(stepsLeftOut)),
      ("questionsLeftOut", texts(leftOut)),
    ]
    let rest: [(String, JSONText)] = [
      ("guides", .list(guides.map { json($0) })), ("help", .list(help.map { json($0) })),
    ]
    return .fields(head + lists + rest)
  }

  private func json(_ writing: Writing) -> JSONText {
    .fields([("question", .text(writing.question)), ("words", .text(writing.words))])
  }

  private func json(_ rating: Rating) -> JSONText {
    .fields([
      ("matter", .text(rating.label)),
      ("rating", rating.value.map { .number($0) } ?? .nothing),
      ("most", .number(rating.most)),
    ])
  }

  private func json(_ number: Number) -> JSONText {
    .fields([
      ("outcome", .text(number.outcome)),
      ("lines", texts(number.lines)),
      ("sources", texts(number.sources)),
    ])
  }

  private func json(_ guide: ReadGuide) -> JSONText {
    .fields([
      ("name", .text(guide.name)),
      ("title", .text(guide.title)),
      ("reviewed", json(guide.reviewedOn)),
      ("reviewBy", json(guide.reviewBy)),
    ])
  }

  private func json(_ help: Help) -> JSONText {
    .fields([("title", .text(help.title)), ("lines", texts(help.lines))])
  }

  private func json(_ day: Day?) -> JSONText { day.map { .text("\($0)") } ?? .nothing }
}

private func texts(_ texts: [String]) -> JSONText { .list(texts.map { .text($0) }) }
