import SourceText

extension ContentText {
  /// Everything that determines what a person in `country` reads, as one sequence of bytes.
  ///
  /// Its SHA-256 is the fingerprint. Each name and each file is preceded by its length.
  public func archive(country: String) -> [UInt8] {
    deciding(country: country).flatMap { file -> [UInt8] in
      let name = Array(file.name.utf8)
      let bytes = file.source.bytes
      return lengthBytes(name.count) + name + lengthBytes(bytes.count) + bytes
    }
  }

  /// The files of an archive; nil if it is incomplete.
  public init?(archive: [UInt8]) {
    var files: [File] = []
    var rest = archive[...]
    func part() -> ArraySlice<UInt8>? {
      guard rest.count >= 8 else { return nil }
      let length = rest.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      rest = rest.dropFirst(8)
      guard length <= UInt64(rest.count) else { return nil }
      defer { rest = rest.dropFirst(Int(length)) }
      return rest.prefix(Int(length))
    }
    while !rest.isEmpty {
      guard let name = part(), let bytes = part() else { return nil }
      let path = String(decoding: name, as: UTF8.self)
      files.append(File(name: path, source: SourceFile(path: path, bytes: Array(bytes))))
    }
    self.init(files: files)
  }
}
