import Authoring
import ContentFolder
import GuideCheck

extension ContentText {
  /// The guides in this text, for a session; nil if they have errors.
  var library: Library? {
    CheckedContent(forSession: self, reservedNames: Beforehand.reservedNames)?.library
  }

  /// The guides of a kept text; nil if this program cannot read them.
  static func library(kept bytes: [UInt8]) -> Library? { ContentText(archive: bytes)?.library }
}

extension ContentOptions {
  /// The guides of the content folder, for a session; nil if they cannot be read.
  var library: Library? {
    (try? folder().read(.session(country: ContentText.defaultCountry)))?.library
  }
}
