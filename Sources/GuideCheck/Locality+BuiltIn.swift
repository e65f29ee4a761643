import CallsForHelp
import GuideSyntax
import SourceText

extension Locality {
  /// The places that were part of the program when it was built, for the help screen
  /// when the place file of the content folder is missing or has errors.
  ///
  /// The first is where most people are; the last says where to get help anywhere else.
  public static let builtIn: [Locality] =
    [PackageResources.us_guide, PackageResources.elsewhere_guide].compactMap { bytes in
      var place = locality(in: withoutCalls(bytes))
      let doors = place?.helpContacts.map(\.name) ?? []
      place?.callRecords = CallRecords(of: bytes, doors: doors) {
        locality(in: bytes)?.calls ?? CallPatterns()
      }
      return place
    }

  private static func locality(in bytes: [UInt8]) -> Locality? {
    let house = parse(SourceFile(path: "house.guide", bytes: [])).script
    var content = Content(house: house, reservedNames: [])
    content.locality = parse(SourceFile(path: "place", bytes: bytes)).script
    return Environment(of: content).locality
  }

  /// The lines of a place file that are not about calls for help; those are most of it, and most
  /// sessions need only the others.
  private static func withoutCalls(_ bytes: [UInt8]) -> [UInt8] {
    let keywords = Environment.callKeywords.map { Array($0.utf8) }
    return Array(
      bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        .filter { line in !keywords.contains { line.starts(with: $0) } }
        .joined(separator: [UInt8(ascii: "\n")])
    )
  }
}
