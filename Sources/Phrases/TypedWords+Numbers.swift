// The words around numbers that people type; `TypedWords` documents each.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension English {
  public var smallNumbers: [String: Int] {
    [
      "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
      "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
      "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
      "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
      "eighty": 80,
      "ninety": 90,
    ]
  }

  public var multipliers: [String: Int] {
    [
      "hundred": 100, "thousand": 1_000, "k": 1_000, "grand": 1_000, "million": 1_000_000,
      "dozen": 12,
    ]
  }

  public var zeroWords: Set<String> {
    [
      "none", "nothing", "free", "no", "never", "nil", "nada", "zip", "not any", "no cost",
      "its free",
    ]
  }

  public var numberFillers: Set<String> {
    [
      "about", "around", "approx", "approximately", "roughly", "maybe", "almost", "nearly", "like",
      "some", "probably", "i", "think", "guess", "say", "its", "it", "is", "was", "costs", "cost",
      "they", "charge", "charged", "we", "pay", "paid", "me",
      "each", "per", "a", "an", "visit", "time", "session",
      "the", "in", "of", "for", "exactly", "just", "only", "circa", "ca",
      "number", "would", "be", "id", "my", "answer", "give", "point", "points", "please", "so",
      "far", "well", "um", "uh", "every", "approximate", "at",
    ]
  }

  public var countWords: Set<String> {
    ["visits", "treatments", "infusions", "appointments", "times"]
  }

  public var currencyWords: Set<String> {
    ["$", "dollar", "dollars", "buck", "bucks", "usd", "us"]
  }

  public var outOf: [String] { ["out of", "of", "over"] }
}
