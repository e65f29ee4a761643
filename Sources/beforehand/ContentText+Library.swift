import ContentFolder
import GuideCheck

extension ContentText {
  /// The guides it holds; nil if they have errors.
  var library: Library? {
    let (content, found) = parsed(country: Talk.country)
    return content.flatMap { check($0, after: diagnostics + found).library }
  }
}
