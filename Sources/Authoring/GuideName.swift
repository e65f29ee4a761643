/// The name of the guide that a file has or tests: the name of the file without its extensions.
func nameOfGuide(at path: String) -> String {
  let file = path.split(separator: "/").last ?? ""
  return String(file.prefix { $0 != "." })
}
