/// How much a content folder may hold.
struct Limits {
  /// Guides, and likewise files of evidence, and places.
  var files = 64
  /// Bytes in a file.
  var fileBytes = 16 << 20
  /// Bytes in all files together.
  var folderBytes = 64 << 20
  /// Names looked at in one folder, whatever they belong to.
  var names = 1024
}
