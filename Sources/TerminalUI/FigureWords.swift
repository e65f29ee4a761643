import GuideCheck

/// A figure in words: both frames, who, when, compared with what, how sure, who paid.
struct FigureWords {
  let figure: Figure

  init(_ figure: Figure) { self.figure = figure }

  var blocks: [ScreenBlock] {
    var blocks: [ScreenBlock] = [.note("\(figure.outcome):")]
    blocks += figure.arms.map { .detail("\(name($0)): \(Self.words($0.count))") }
    blocks.append(.detail("Who: \(figure.population). When: \(figure.horizon)."))
    // Where both groups stand above, the comparison has been told.
    if figure.arms.count < 2, let other = figure.comparedWith {
      blocks.append(.detail("Compared with: \(other)."))
    }
    if let interval = figure.interval {
      let isSentence = interval.hasSuffix(".")
      blocks.append(.detail(isSentence ? interval : "The true difference may be \(interval)."))
    }
    blocks.append(.detail(howSure + sponsor))
    return blocks
  }

  private var howSure: String {
    figure.certainty == "not graded"
      ? "How sure this is: no one has rated it." : "How sure this is: \(figure.certainty)."
  }

  private var sponsor: String {
    switch figure.sponsor {
    case nil: ""
    case "not checked": " Who paid was not checked."
    case .some(let name): " Paid for by the maker, \(name)."
    }
  }

  private func name(_ arm: Figure.Arm) -> String {
    arm.name == "ect" ? "ECT" : arm.name.prefix(1).uppercased() + arm.name.dropFirst()
  }

  static func words(_ count: Figure.Count) -> String {
    switch count {
    case .people(let part, let whole) where whole < 50:
      return "\(part) of \(whole) people; \(whole - part) did not"
    case .people(let part, let whole):
      let hundred = perHundred(part, of: whole)
      return
        "about \(hundred) out of 100 people; \(100 - hundred) did not (\(part) of \(whole) people)"
    case .range(let low, let high, let whole):
      let people = whole == 1000 ? "1,000" : String(whole)
      return "\(low) to \(high) out of \(people) people; \(whole - high) to \(whole - low) did not"
    case .percent(let percent):
      let hundred = percent.rounded(decimals: 0) ?? 0
      return "about \(hundred) out of 100 people; \(100 - hundred) did not"
    }
  }

  /// Whole people, halves up.
  static func perHundred(_ part: Int, of whole: Int) -> Int {
    (part * 200 + whole) / (whole * 2)
  }
}
