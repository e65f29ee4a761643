import SourceText

extension Figure {
  /// Every field that people read, in a fixed order, so that the canonical texts of two figures differ if
  /// people would read something different.
  ///
  /// The fingerprint of a passage that shows a figure is made from this text, and saved states keep
  /// fingerprints. If the text of a figure changes, everyone who resumes is shown that figure again. So
  /// the form is frozen byte for byte, and tested by `CanonicalTextTests` and
  /// `PassageFingerprintTests`. It is the form in which the standard library printed a `Figure` when
  /// the first sessions were kept, module name included. Add a new field at the end, and only if it has
  /// a value, so that figures without one keep their fingerprints.
  var canonicalText: String {
    let fields =
      [
        "name: \(quoted(name))",
        "outcome: \(quoted(outcome))",
        "about: \(listed(about.map(quoted)))",
        "population: \(quoted(population))",
        "horizon: \(quoted(horizon))",
        "comparedWith: \(optional(comparedWith.map(quoted)))",
        "arms: \(listed(arms.map(\.canonicalText)))",
        "interval: \(optional(interval.map(quoted)))",
        "certainty: \(quoted(certainty))",
        "sponsor: \(optional(sponsor.map(quoted)))",
        "sources: \(listed(sources.map(quoted)))",
        "verified: \(optional(verified.map(\.description)))",
        "conflicts: \(listed(conflicts.map(quoted)))",
        "note: \(optional(note.map(quoted)))",
      ] + (missing.map { ["missing: \(quoted($0))"] } ?? [])
      + (measurement.map { ["measurement: \($0.canonicalText)"] } ?? [])
    return "Figure(\(fields.joined(separator: ", ")))"
  }
}

extension Figure.Arm {
  fileprivate var canonicalText: String {
    "GuideCheck.Figure.Arm(name: \(quoted(name)), count: \(count.canonicalText))"
  }
}

extension Measurement {
  fileprivate var canonicalText: String {
    let scale = scale.map { scale in
      "scale: \(quoted(scale.name)) \(exact(scale.lowest)) \(exact(scale.highest)) "
        + "\(scale.lowerIsBetter), "
    }
    let noticed = smallestNoticed.map { "smallestNoticed: \(exact($0)), " }
    return "\(word)(\(scale ?? "")\(noticed ?? "")arms: \(listed(arms.map(\.canonicalText))))"
  }
}

extension Measurement.Arm {
  fileprivate var canonicalText: String {
    let average = average.map { " \($0.rawValue)" } ?? ""
    let ends = [("interval", interval), ("range", range)].compactMap { key, ends in
      ends.map { " \(key): \(exact($0.lowerBound)) \(exact($0.upperBound))" }
    }
    return "\(quoted(name))\(average) \(exact(value))\(ends.joined())"
  }
}

extension Figure.Count {
  fileprivate var canonicalText: String {
    let value =
      switch self {
      case .people(let part, let whole): "people(\(part), of: \(whole))"
      case .range(let low, let high, let whole): "range(\(low), \(high), of: \(whole))"
      case .percent(let share): "percent(\(share.description))"
      }
    return "GuideCheck.Figure.Count.\(value)"
  }
}

private func listed(_ parts: [String]) -> String { "[\(parts.joined(separator: ", "))]" }

private func exact(_ number: Fraction) -> String { "\(number.numerator)/\(number.denominator)" }

private func optional(_ text: String?) -> String { text.map { "Optional(\($0))" } ?? "nil" }

/// The text in quotes, with a backslash before each quote, apostrophe, and backslash.
///
/// Control characters are written as numbers, and so are accents that would combine with the quote or the
/// escape before them.
private func quoted(_ text: String) -> String {
  let isPlain = text.utf8.allSatisfy { byte in
    (0x20...0x7E).contains(byte) && !#"\"'"#.utf8.contains(byte)
  }
  if isPlain { return "\"\(text)\"" }
  var result = "\"".unicodeScalars
  var followsEscape = true
  for scalar in text.unicodeScalars {
    let escape: String? =
      switch scalar {
      case "\\", "\"", "'": "\\\(scalar)"
      case "\0": "\\0"
      case "\n": "\\n"
      case "\r": "\\r"
      case "\t": "\\t"
      case " "..."~": nil
      case "\0"..."\u{7F}": numbered(scalar, digits: 2)
      case _ where followsEscape && joins(scalar, to: result):
        numbered(scalar, digits: scalar.value > 0xFFFF ? 8 : 4)
      default: nil
      }
    followsEscape = escape != nil
    if let escape {
      result.append(contentsOf: escape.unicodeScalars)
    } else {
      result.append(scalar)
    }
  }
  return String(result) + "\""
}

/// Whether a scalar combines with the end of this text into one letter, as an accent does.
private func joins(_ scalar: Unicode.Scalar, to text: String.UnicodeScalarView) -> Bool {
  text.last.map { "\($0)\(scalar)".count == 1 } ?? false
}

private func numbered(_ scalar: Unicode.Scalar, digits: Int) -> String {
  let number = String(scalar.value, radix: 16, uppercase: true)
  return "\\u{\(String(repeating: "0", count: max(digits - number.utf8.count, 0)))\(number)}"
}
