/// The name of the guide in a file, or that a test is of: the file's name without its endings.
func nameOfGuide(at path: String) -> String {
  let file = path.split(separator: "/").last ?? ""
  return String(file.prefix { $0 != "." })
}
