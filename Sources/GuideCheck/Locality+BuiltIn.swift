import GuideSyntax
import SourceText

extension Locality {
  /// The places that were there when the program was built, from their own files: what is said of help
  /// when the content folder's place file is missing or in error.
  ///
  /// The first is the one most people are in, the last says where to turn anywhere else.
  public static var builtIn: [Locality] {
    [PackageResources.us_guide, PackageResources.elsewhere_guide].compactMap { bytes in
      let source = SourceFile(path: "place", bytes: bytes)
      var content = Content(house: parse(SourceFile(path: "house.guide", bytes: [])).script)
      content.locality = parse(source).script
      var checker = Checker(content)
      checker.readLocality()
      return checker.locality
    }
  }
}
