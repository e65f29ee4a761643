import GuideCheck
import SourceText

/// Returns the works in a CSL-JSON file, and the problems with it.
func sources(in file: SourceFile) -> (sources: [Source], diagnostics: [Diagnostic]) {
  var reader = JSONReader(file)
  let document: JSONValue
  do throws(JSONError) {
    document = try reader.document()
  } catch {
    return ([], [.jsonShape(file, error)])
  }
  guard case .list(let entries) = document.content else {
    return ([], [.sourcesShape(file, document.span)])
  }
  var list = SourceList(file: file)
  for entry in entries { list.add(entry) }
  return (list.sources, list.diagnostics)
}

private struct SourceList {
  let file: SourceFile
  var sources: [Source] = []
  var diagnostics: [Diagnostic] = []
  private var places: [String: Span] = [:]

  init(file: SourceFile) { self.file = file }

  mutating func add(_ entry: JSONValue) {
    guard case .fields(let fields) = entry.content else {
      diagnostics.append(.sourcesShape(file, entry.span))
      return
    }
    guard let name = fields["id"]?.words else {
      diagnostics.append(.sourceWithoutField(file, entry.span, key: "id"))
      return
    }
    let place = fields["id"]?.span ?? entry.span
    if let first = places[name] {
      diagnostics.append(.duplicateSource(file, place, name: name, first: first))
      return
    }
    places[name] = place
    guard let title = fields["title"]?.words else {
      diagnostics.append(.sourceWithoutField(file, place, key: "title"))
      return
    }
    sources.append(
      Source(
        name: name,
        title: title,
        authors: authors(fields["author"]),
        year: year(fields["issued"]),
        locator: locator(fields)
      )
    )
  }
}

extension JSONValue {
  /// Its text or digits, unless they are empty.
  fileprivate var words: String? {
    switch content {
    case .text(let text), .number(let text): text.allSatisfy(\.isWhitespace) ? nil : text
    case .list, .fields, .other: nil
    }
  }

  fileprivate var list: [JSONValue] {
    if case .list(let values) = content { values } else { [] }
  }

  fileprivate subscript(_ name: String) -> JSONValue? {
    if case .fields(let fields) = content { fields[name] } else { nil }
  }
}

/// Returns at most three family names, such as "Anand, Mathew and others".
private func authors(_ value: JSONValue?) -> String {
  var names = (value?.list ?? []).compactMap { $0["family"]?.words ?? $0["literal"]?.words }
  let others = "and others"
  if names.count > 3, names[3...] != [others] { names[3...] = [others] }
  guard names.count > 1, let last = names.popLast() else { return names.first ?? "" }
  return names.joined(separator: ", ") + (last == others ? " " : " and ") + last
}

private func year(_ value: JSONValue?) -> String {
  let day = value?["date-parts"]?.list.first?.list.first?.words
  return day ?? value?["literal"]?.words ?? value?["raw"]?.words ?? ""
}

private func locator(_ fields: [String: JSONValue]) -> String {
  var parts: [String] = []
  if let journal = fields["container-title"]?.words {
    let volume = fields["volume"]?.words.map { " \($0)" } ?? ""
    let page = fields["page"]?.words.map { ":\($0)" } ?? ""
    parts.append(journal + volume + page)
  }
  let link =
    fields["DOI"]?.words.map { "doi.org/\($0)" } ?? fields["URL"]?.words
    ?? fields["PMCID"]?.words ?? fields["PMID"]?.words.map { "PMID \($0)" }
  return (parts + [link ?? fields["number"]?.words].compactMap(\.self)).joined(separator: ", ")
}
