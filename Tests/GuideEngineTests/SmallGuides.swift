import GuideCheck
import SourceText
import TestSupport
import Testing

/// Guides written in the test itself, and the content around them.
struct SmallGuides {
  /// The steps of each guide, by its name.
  var guides: [String: String]
  /// Shared questions, as in `house.guide`.
  var shared = ""
  /// Lines for the header of `main`, such as the options of a decision.
  var header: [String] = []
  /// Records for `evidence/claims.guide`.
  var evidence = ""

  init(_ main: String) { guides = ["main": main] }

  func library(sourceLocation: SourceLocation = #_sourceLocation) throws -> Library {
    var folder = Folder(["house.guide": house, "places/us.guide": place])
    for (name, steps) in guides {
      let kind = header.isEmpty || name != "main" ? "education" : "decision aid"
      folder["guides/\(name).guide"] = """
        title: The guide \(name)
        kind: \(kind)
        for: adults
        reviewed: 2026-11-21
        review-by: 2027-05-21
        update-policy: Read again every year.
        author: nobody
        funding: none
        \((name == "main" ? header : []).joined(separator: "\n"))

        \(steps)
        """
    }
    if !evidence.isEmpty {
      folder["evidence/claims.guide"] = "title: Claims\nkind: evidence\n\n\(evidence)\n"
    }
    let result = folder.checked()
    let errors = result.diagnostics.filter { $0.severity == .error }.map(\.text)
    #expect(errors.joined(separator: "\n") == "", sourceLocation: sourceLocation)
    return try #require(result.library, sourceLocation: sourceLocation)
  }

  private var house: String {
    let entries = guides.keys.sorted().map { "  => \($0)" }.joined(separator: "\n")
    return """
      title: The house
      kind: house
      subjects: harm, help

      \(shared)

      # shelf: The shelf
      menu
      \(entries)
      """
  }

  private var place: String {
    """
    title: United States
    kind: place
    country: US
    language: en-US
    currency: $
    emergency: 911
    reviewed: 2026-11-21
    review-by: 2027-05-21

    door body: Something is wrong
      line: Call 911.
    """
  }
}
