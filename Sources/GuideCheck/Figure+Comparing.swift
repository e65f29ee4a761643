extension Figure {
  /// Whether this figure can be shown next to another: the same outcome was counted, in the same
  /// people, after the same time.
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
    return keys
  }
}
