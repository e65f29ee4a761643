import GuideEngine
public import SourceText

extension Page {
  /// The page for other programs, in the format of `page.schema.json`.
  public var json: JSONText {
    .fields([
      ("format", .text("beforehand page 1")),
      ("handle", handle.map { .text($0) } ?? .nothing),
      ("edition", edition.map { .text($0) } ?? .nothing),
      ("sayFirst", texts(sayFirst)),
      ("ask", texts(ask)),
      ("tell", texts(tell)),
      ("flags", texts(flags)),
      (
        "writings",
        .list(
          writings.map { writing in
            .fields([("question", .text(writing.question)), ("words", .text(writing.words))])
          }
        )
      ),
      (
        "ratings",
        .list(
          ratings.map { rating in
            .fields([
              ("matter", .text(rating.label)),
              ("rating", rating.value.map { .number($0) } ?? .nothing),
              ("most", .number(rating.most)),
            ])
          }
        )
      ),
      (
        "numbers",
        .list(
          numbers.map { number in
            .fields([
              ("outcome", .text(number.outcome)),
              ("lines", texts(number.lines)),
              ("sources", texts(number.sources)),
            ])
          }
        )
      ),
      ("leftOut", texts(skippedSteps.map(\.title))),
      (
        "guides",
        .list(
          guides.map { guide in
            .fields([
              ("name", .text(guide.name)),
              ("title", .text(guide.title)),
              ("reviewed", day(guide.reviewedOn)),
              ("reviewBy", day(guide.reviewBy)),
            ])
          }
        )
      ),
      (
        "help",
        .list(
          help.map { help in
            .fields([("title", .text(help.title)), ("lines", texts(help.lines))])
          }
        )
      ),
    ])
  }
}

private func texts(_ texts: [String]) -> JSONText { .list(texts.map { .text($0) }) }

private func day(_ day: Day?) -> JSONText { day.map { .text("\($0)") } ?? .nothing }
