public import GuideCheck

/// Something on a page, by the names in the scripts, so that it can be kept and read with another version
/// of them.
public enum NamedPageItem: Hashable, Sendable {
  /// A line of a list.
  case line(list: String, text: String)
  /// The answer to a question, as `guide/question`.
  case answer(String)
  /// A figure, by its name.
  case figure(String)
  /// A way to get help, by its title.
  case help(String)

  /// The kind, as it is written: `line`, `answer`, `figure`, or `help`.
  public var kind: String {
    switch self {
    case .line: "line"
    case .answer: "answer"
    case .figure: "figure"
    case .help: "help"
    }
  }

  /// The name of the thing, or the text of a line.
  public var name: String {
    switch self {
    case .line(_, let name), .answer(let name), .figure(let name), .help(let name): name
    }
  }

  /// The item of a kind with a name; nil for a line, which needs its list, and for a kind that this
  /// program does not know.
  public init?(kind: String, name: String) {
    switch kind {
    case "answer": self = .answer(name)
    case "figure": self = .figure(name)
    case "help": self = .help(name)
    default: return nil
    }
  }
}

extension NamedPageItem: Codable {
  private enum Key: String, CodingKey {
    case kind, list, name
  }

  /// Writes the kind and the name, and the list of a line.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(kind, forKey: .kind)
    try fields.encode(name, forKey: .name)
    if case .line(let list, _) = self { try fields.encode(list, forKey: .list) }
  }

  /// Reads an item.
  ///
  /// - Throws: A decoding error if this program does not know its kind.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    let (kind, name) = (
      try fields.decode(String.self, forKey: .kind), try fields.decode(String.self, forKey: .name)
    )
    if kind == "line" {
      self = .line(list: try fields.decode(String.self, forKey: .list), text: name)
    } else if let item = NamedPageItem(kind: kind, name: name) {
      self = item
    } else {
      throw DecodingError.dataCorruptedError(forKey: .kind, in: fields, debugDescription: kind)
    }
  }
}

extension Library {
  /// The names of an item.
  public func named(_ item: PageItem) -> NamedPageItem {
    switch item {
    case .line(let line): .line(list: line.list.rawValue, text: line.text)
    case .answer(let question): .answer(name(of: question))
    case .figure(let figure): .figure(figures[figure].name)
    case .help(let title): .help(title)
    }
  }

  /// The item with these names; nil if the library has no such list, question, or figure.
  public func pageItem(_ named: NamedPageItem) -> PageItem? {
    switch named {
    case .line(let list, let text):
      Passage.List(rawValue: list).map { .line(Summary.Line(list: $0, text: text)) }
    case .answer(let name):
      questions.indices.map { QuestionID($0) }.first { self.name(of: $0) == name }
        .map { .answer($0) }
    case .figure(let name): figures.firstIndex { $0.name == name }.map { .figure($0) }
    case .help(let title): .help(title)
    }
  }
}
