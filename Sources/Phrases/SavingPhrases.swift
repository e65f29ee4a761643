/// A form in which a page can be saved.
public enum PageForm: CaseIterable, Hashable, Sendable {
  /// Text in lines of 80 columns.
  case text
  /// Text in large print: 40 columns, with a blank line under each line.
  case largePrint
  /// A page for a browser and its printer.
  case webPage
}

/// Why a page could not be saved in a file.
///
/// Nothing is lost: the page can be saved again, under another name or somewhere else.
public enum PageFileProblem: Hashable, Sendable {
  /// A file has this name already.
  case exists
  /// The folder of the file is not there.
  case noFolder
  /// What was typed cannot be the name of a file, or a folder has this name.
  case badName
  /// This user may not write there.
  case notPermitted
  /// The disk is full.
  case diskFull
  /// The disk cannot be written to.
  case readOnly
  /// The file is there, but a power failure could still undo that.
  case notLasting
  /// The disk reported some other error.
  case disk
}

/// What the program says while a person saves their page in a file.
public protocol SavingPhrases {
  /// The question about the form.
  var howToSave: String { get }
  /// A form, as a choice.
  func form(_ form: PageForm) -> String
  /// The choice not to save the page.
  var doNotSave: String { get }
  /// The name a file gets if the person does not type one.
  func fileName(for form: PageForm) -> String
  /// The question about the name of the file.
  func whatFileName(_ name: String?) -> String
  /// Where the page is, and who can read it.
  func pageSaved(at path: String) -> String
  /// The page was not saved.
  func pageNotSaved(_ name: String, _ problem: PageFileProblem) -> String
  /// The person decided not to save the page.
  var nothingSaved: String { get }
  /// The choice to replace the file that has the name already.
  var replaceFile: String { get }
  /// The choice of another name.
  var useAnotherName: String { get }
  /// How to save the page with one line, where nobody can be asked.
  var howToSaveInOneLine: String { get }
  /// How to print the page; the path of the file if it was saved.
  func howToPrint(_ path: String?) -> String
  /// The reply where pages are not saved, because other people use this computer.
  var notSavedHere: String { get }
  /// What can be typed in front of the name of a file to save it in large print, in lowercase.
  var largeWord: String { get }
  /// How to save the page, as the last line below it.
  var saveThisPage: String { get }
}

// The protocol above documents each phrase.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension English {
  public var howToSave: String { "How would you like to save your page?" }

  public func form(_ form: PageForm) -> String {
    switch form {
    case .text: "Plain text"
    case .largePrint: "Large print"
    case .webPage: "A web page. This prints best."
    }
  }

  public var doNotSave: String { "Do not save it" }

  public func fileName(for form: PageForm) -> String {
    switch form {
    case .text, .largePrint: "my-page.txt"
    case .webPage: "my-page.html"
    }
  }

  public func whatFileName(_ name: String?) -> String {
    let suggestion = name.map { " Type a name, or press Enter for \($0)." } ?? ""
    return "What should the file be called?\(suggestion)"
  }

  public func pageSaved(at path: String) -> String {
    "Saved as \(path). Anyone who uses this account can read it."
  }

  public func pageNotSaved(_ name: String, _ problem: PageFileProblem) -> String {
    if problem == .notLasting {
      return "The file \(name) is there, but the disk did not say that it will last. "
        + "To be safe, save your page again under another name."
    }
    let why =
      switch problem {
      case .exists: "There is already a file called \(name)."
      case .noFolder: "There is no such folder for \(name)."
      case .badName: "\(name) cannot be the name of a file."
      case .notPermitted: "This computer does not let you save a file there."
      case .diskFull: "The disk is full."
      case .readOnly: "Files cannot be saved on this disk."
      case .disk, .notLasting: "Something went wrong with the disk."
      }
    return "Your page was not saved. \(why) Nothing is lost. You can use another name or place."
  }

  public var nothingSaved: String { "Your page was not saved in a file." }

  public var replaceFile: String { "Replace that file" }

  public var useAnotherName: String { "Use another name" }

  public var howToSaveInOneLine: String {
    "To save your page, type save and a file name. For plain text: save my-page.txt. For large print: "
      + "save large my-page.txt. For a web page: save my-page.html."
  }

  public func howToPrint(_ path: String?) -> String {
    path.map { "To print your page, open \($0) and print it from there." }
      ?? "To print your page, first type save, and choose the web page. Then open the file, and print it "
      + "from there."
  }

  public var notSavedHere: String {
    "Pages are not saved on this computer, because other people use it. Ask a staff member for your page."
  }

  public var largeWord: String { "large" }

  public var saveThisPage: String { "Save my page in a file, to print it" }
}
