import GuideSyntax
import SourceText

extension Locality {
  /// The places that were part of the program when it was built, for the help screen
  /// when the place file of the content folder is missing or has errors.
  ///
  /// The first is where most people are; the last says where to get help anywhere else.
  public static let builtIn: [Locality] =
    [PackageResources.us_guide, PackageResources.elsewhere_guide].compactMap { bytes in
      let house = parse(SourceFile(path: "house.guide", bytes: [])).script
      var content = Content(house: house, reservedNames: [])
      content.locality = parse(SourceFile(path: "place", bytes: bytes)).script
      return Environment(of: content).locality
    }
}
