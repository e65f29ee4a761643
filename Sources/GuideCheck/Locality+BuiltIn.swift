import GuideSyntax
import SourceText

extension Locality {
  /// The places that were there when the program was built, from their own files: what is said of help
  /// when the content folder's place file is missing or in error.
  ///
  /// The first is the one most people are in, the last says where to turn anywhere else.
  public static let builtIn: [Locality] =
    [PackageResources.us_guide, PackageResources.elsewhere_guide].compactMap { bytes in
      let house = parse(SourceFile(path: "house.guide", bytes: [])).script
      var content = Content(house: house, reservedNames: [])
      content.locality = parse(SourceFile(path: "place", bytes: bytes)).script
      return Environment(of: content).locality
    }
}
