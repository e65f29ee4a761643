public import GuideCheck
public import Phrases

extension Library {
  /// The program's own phrases, in the language of the place.
  public var phrases: any PatientPhrases { patientPhrases(in: locality?.language) }

  /// An amount of money in the currency of the place, rounded to cents.
  public func money(_ value: Fraction) -> String {
    let currency = locality?.currency ?? ""
    guard let cents = value.rounded(decimals: 2) else { return currency + value.description }
    return phrases.money(cents: cents, currency: currency)
  }

  /// A number in digits, rounded to two decimals if it is not whole.
  public func number(_ value: Fraction) -> String {
    if value.denominator == 1 { return String(value.numerator) }
    return value.rounded(decimals: 2).map { phrases.decimal(hundredths: $0) } ?? value.description
  }
}
