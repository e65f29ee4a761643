import GuideCheck

/// A figure in words: both frames, who, when, compared with what, how sure, who paid.
struct FigureWords {
  let figure: Figure

  init(_ figure: Figure) { self.figure = figure }

  var blocks: [ScreenBlock] {
    var blocks: [ScreenBlock] = [.note("\(figure.outcome):")]
    for arm in figure.arms { blocks.append(.detail("\(name(arm)): \(Self.words(arm.count))")) }
    blocks.append(.detail("Who: \(figure.population). When: \(figure.horizon)."))
    blocks.append(
      .detail("Compared with: \(figure.comparedWith ?? "nothing, so it may not be the drug").")
    )
    if let interval = figure.interval {
      blocks.append(.detail("The true difference may be \(interval)."))
    }
    let sponsor = figure.sponsor.map { " Paid for by \($0), who sells it." } ?? ""
    blocks.append(.detail("How sure this is: \(figure.certainty).\(sponsor)"))
    return blocks
  }

  private func name(_ arm: Figure.Arm) -> String {
    let name = arm.name == "ect" ? "ECT" : arm.name
    return name.prefix(1).uppercased() + name.dropFirst()
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
