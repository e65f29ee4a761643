/// The limits on a content folder.
struct Limits {
  /// The number of guides, and also of evidence files and of place files.
  var files = 64
  /// The bytes in a file.
  var fileBytes = 16 << 20
  /// The bytes in all files together.
  var folderBytes = 64 << 20
  /// The number of names examined in one folder, no matter what they are.
  var names = 1024
}
