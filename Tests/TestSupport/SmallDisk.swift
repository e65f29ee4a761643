import Foundation

/// A disk of memory, mounted for one test; only the superuser can mount it.
public enum SmallDisk {
  /// Why a test that needs one is not run where there is none.
  public static let need = "only the superuser can mount a small disk"

  /// Whether this machine lets the tests mount one.
  public static let isAvailable: Bool = {
    do {
      try with(size: "64k") { _ in }
      return true
    } catch {
      return false
    }
  }()

  /// Mounts a disk of this size, such as `400k`, and takes it away again after the work in its folder.
  ///
  /// - Throws: What the work throws, or `NotMounted`.
  public static func with(size: String, _ work: (String) throws -> Void) throws {
    let folder = NSTemporaryDirectory() + "disk-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    guard try run("mount", "-t", "tmpfs", "-o", "size=\(size)", "tmpfs", folder) else {
      throw NotMounted()
    }
    defer { _ = try? run("umount", "-l", folder) }
    try work(folder)
  }

  /// The machine does not let the tests mount a disk.
  public struct NotMounted: Error {}

  private static func run(_ command: String...) throws -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
