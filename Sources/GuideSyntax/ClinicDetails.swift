/// What a clinic says about itself in `clinic.guide`, and every guide can print: `{clinic-phone}`.
public struct ClinicDetails: Sendable {
  /// What the names of all details begin with, where guides print them.
  public static let prefix = "clinic-"

  /// What a clinic can say in the header of `clinic.guide`; prices are records.
  public static let headerKeys = [
    "address", "after-hours", "email", "hours", "name", "phone", "website",
  ]

  private let words: [String: String]

  /// Details by their names in `clinic.guide`, such as `phone`.
  public init(_ words: [String: String]) { self.words = words }

  /// The names of the details in `clinic.guide`.
  var names: [String] { Array(words.keys) }

  /// The words of a detail; nil if the clinic does not say it.
  subscript(name: String) -> String? { words[name] }
}
