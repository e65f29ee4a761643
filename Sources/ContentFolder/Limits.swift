/// How much a content folder may hold.
enum Limits {
  /// Guides, and likewise files of evidence, and places.
  static let files = 64
  /// Bytes in a file.
  static let fileBytes = 16 << 20
  /// Bytes in all files together.
  static let folderBytes = 64 << 20
  /// Names looked at in one folder, whatever they belong to.
  static let names = 1024
}
