import Foundation
import TestSupport

/// As much of JSON Schema as the published schemas use.
struct Schema {
  private let root: [String: Any]

  init(at path: String) throws {
    let data = try Data(contentsOf: Repository.root.appending(path: path))
    root = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
  }

  func problems(with value: Any) -> [String] { problems(with: value, root, at: "") }

  private func problems(with value: Any, _ schema: [String: Any], at place: String) -> [String] {
    if let reference = schema["$ref"] as? String {
      let name = String(reference.split(separator: "/").last ?? "")
      let found = (root["$defs"] as? [String: Any])?[name] as? [String: Any]
      return found.map { self.problems(with: value, $0, at: place) } ?? [
        "\(place): no \(reference)"
      ]
    }
    if let choices = schema["oneOf"] as? [[String: Any]] {
      let fitting = choices.filter { self.problems(with: value, $0, at: place).isEmpty }
      return fitting.count == 1 ? [] : ["\(place): \(fitting.count) of `oneOf` fit"]
    }
    var problems: [String] = []
    if let types = schema["type"] as? [String] ?? (schema["type"] as? String).map({ [$0] }),
      !types.contains(where: { isOfType(value, $0) })
    {
      problems.append("\(place): not \(types)")
    }
    if let values = schema["enum"] as? [String], !values.contains(value as? String ?? "") {
      problems.append("\(place): none of \(values)")
    }
    if let pattern = schema["pattern"] as? String, let text = value as? String,
      text.range(of: pattern, options: .regularExpression) == nil
    {
      problems.append("\(place): not like \(pattern)")
    }
    if let least = schema["minimum"] as? Int, let number = value as? Int, number < least {
      problems.append("\(place): under \(least)")
    }
    if let items = schema["items"] as? [String: Any], let list = value as? [Any] {
      for (index, item) in list.enumerated() {
        problems += self.problems(with: item, items, at: "\(place)[\(index)]")
      }
      if let least = schema["minItems"] as? Int, list.count < least {
        problems.append("\(place): too short")
      }
    }
    guard let fields = value as? [String: Any] else { return problems }
    let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
    for name in schema["required"] as? [String] ?? [] where fields[name] == nil {
      problems.append("\(place): no \(name)")
    }
    for (name, field) in fields {
      if let property = properties[name] {
        problems += self.problems(with: field, property, at: "\(place).\(name)")
      } else if schema["additionalProperties"] as? Bool == false {
        problems.append("\(place): unknown \(name)")
      }
    }
    return problems
  }

  private func isOfType(_ value: Any, _ type: String) -> Bool {
    switch type {
    case "array": value is [Any]
    case "object": value is [String: Any]
    case "string": value is String
    case "integer": value is Int
    case "boolean": value is Bool
    case "null": value is NSNull
    default: false
    }
  }
}
