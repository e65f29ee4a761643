/// A question of the library, no matter which guide asks it.
public struct QuestionID: Hashable, Sendable {
  /// Its index in `Library.questions`.
  public let index: Int

  /// Creates the identifier for this index.
  public init(_ index: Int) { self.index = index }
}

/// A step or topic of the library.
public struct StepID: Hashable, Sendable {
  /// Its index in `Library.steps`.
  public let index: Int

  /// Creates the identifier for this index.
  public init(_ index: Int) { self.index = index }
}

/// A guide of the library; the house is the first.
public struct GuideID: Hashable, Sendable {
  /// Its index in `Library.guides`.
  public let index: Int

  /// Creates the identifier for this index.
  public init(_ index: Int) { self.index = index }

  /// The house.
  public static let house = GuideID(0)
}

/// Something that can be shown: a paragraph, a figure, a line for a list.
public struct PassageID: Hashable, Sendable {
  /// Its index in `Library.passages`.
  public let index: Int

  /// Creates the identifier for this index.
  public init(_ index: Int) { self.index = index }
}

/// An equation of the library.
public struct EquationID: Hashable, Sendable {
  /// Its index in `Library.equations`.
  public let index: Int

  /// Creates the identifier for this index.
  public init(_ index: Int) { self.index = index }
}

/// A menu of the library.
public struct MenuID: Hashable, Sendable {
  /// Its index in `Library.menus`.
  public let index: Int

  /// Creates the identifier for this index.
  public init(_ index: Int) { self.index = index }
}

/// A promise of the library: of one guide, or of the house.
public struct PromiseID: Hashable, Sendable {
  /// The guide that makes it; a promise of the house is about every guide.
  public let guide: GuideID
  /// Its index in `Guide.promises`.
  public let index: Int

  /// Creates the identifier for this index.
  public init(_ guide: GuideID, _ index: Int) {
    self.guide = guide
    self.index = index
  }
}

/// What `seen` can refer to besides steps and questions: a claim, figure, or subject that some
/// condition reads.
public struct MentionID: Hashable, Sendable {
  /// Its index in `Library.mentions`.
  public let index: Int

  /// Creates the identifier for this index.
  public init(_ index: Int) { self.index = index }
}
