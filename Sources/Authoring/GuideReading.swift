import ContentFolder
public import Documents
public import GuideCheck
import GuideEngine
import GuideProof
public import GuideReview
public import SourceText

/// A guide that an author named, in a library without errors.
public struct GuideReading {
  /// The content that was checked.
  public let content: Content
  /// The library.
  public let library: Library
  /// The guide.
  public let guide: GuideID

  /// Reads the content folder, and finds the guide with this name or in this file.
  ///
  /// - Parameters:
  ///   - named: A name, or the path of a file that ends in `.guide`.
  ///   - location: Where the content folder is.
  ///   - today: The day that decides whether a review is due.
  /// - Throws: An error if something cannot be read, if the content has errors, or if there is no such
  ///   guide.
  public init(
    _ named: String,
    in location: ContentLocation,
    today: Day
  ) throws(AuthoringError) {
    var text = try everything(in: location.folder())
    var name = named
    if named.hasSuffix(".guide") {
      text.put(try source(at: named))
      name = String((named.split(separator: "/").last ?? "").dropLast(".guide".count))
    }
    guard
      let checked = CheckedContent(text, reservedNames: location.reservedNames, today: today),
      let library = checked.faultlessLibrary
    else { throw .contentHasErrors }
    guard let guide = library.guide(named: name) else {
      throw .noGuide(
        name: name,
        similar: suggestions(for: name, among: library.guides.map(\.name))
      )
    }
    content = checked.content
    self.library = library
    self.guide = guide
  }

  /// Returns the document that a clinician signs.
  ///
  /// - Parameter day: The date on the document.
  /// - Returns: Everything that a patient can read, and what was proved about it.
  public func logic(printedOn day: Day) -> Document {
    LogicDocument(
      of: guide,
      in: library,
      prove(library, isMeasuring: true),
      LogicDocument.Imprint(
        fingerprint: content.textFingerprints()[library[guide].name],
        printed: day.description
      )
    ).document
  }
}

extension Graph {
  /// The paths through a guide, or what the shelf offers if no guide is named.
  ///
  /// - Parameters:
  ///   - guide: The name of a guide, or its file; nil for the shelf.
  ///   - marksUntested: Whether to mark the steps that no test reaches.
  ///   - location: Where the content folder is.
  ///   - today: The day that decides whether a review is due.
  /// - Throws: The same errors as ``GuideReading``, or an error if a transcript cannot be read.
  public init(
    of guide: String?,
    marksUntested: Bool,
    in location: ContentLocation,
    today: Day
  ) throws(AuthoringError) {
    let reading = try GuideReading(guide ?? "house", in: location, today: today)
    guard guide != nil else {
      self.init(of: reading.library)
      return
    }
    var untested: Set<StepID> = []
    if marksUntested {
      let tests = try TestSuite(in: location)
      for case .step(let step) in try tests.coverage(of: reading.library).missing {
        untested.insert(step)
      }
    }
    self.init(of: reading.guide, in: reading.library, untested: untested)
  }
}
