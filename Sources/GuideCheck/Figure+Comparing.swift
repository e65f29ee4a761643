extension Figure {
  /// Whether this figure can be shown next to another: the same outcome was counted, in the same
  /// people, after the same time, and as the same kind of number.
  public func isComparable(with other: Figure) -> Bool { differences(from: other).isEmpty }

  /// Whether one of two figures says that it disagrees with the other.
  package func disagrees(with other: Figure) -> Bool {
    conflicts.contains(other.name) || other.conflicts.contains(name)
  }

  /// The keys of the record that are different, so that the two cannot be compared.
  package func differences(from other: Figure) -> [String] {
    var keys: [String] = []
    if outcome != other.outcome { keys.append("outcome") }
    if population != other.population { keys.append("population") }
    if horizon != other.horizon { keys.append("horizon") }
    if measurement?.word != other.measurement?.word {
      keys.append("measure")
    } else if let measurement {
      if measurement.scale != other.measurement?.scale { keys.append("scale") }
      if measurement.isDifference, comparedWith != other.comparedWith {
        keys.append("compared-with")
      }
    }
    return keys
  }
}

extension Figure {
  /// What the record says for one of the keys in `differences(from:)`.
  package func text(of key: String) -> String {
    switch key {
    case "outcome": outcome
    case "population": population
    case "measure": measurement?.word ?? "chance"
    case "scale": measurement?.scale.map { "\($0.name), \($0.lowest) to \($0.highest)" } ?? ""
    case "compared-with": comparedWith ?? "none"
    default: horizon
    }
  }
}
