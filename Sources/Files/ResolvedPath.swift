import Glibc

/// Returns `path` as an absolute path with every link followed, or nil if nothing is there.
public func resolvedPath(_ path: String) -> String? {
  guard let real = unsafe realpath(path, nil) else { return nil }
  defer { unsafe free(real) }
  return unsafe String(cString: real)
}

/// Returns a typed path with a leading `~/` replaced by the person's home folder, as a shell does.
///
/// Without a home folder, the path stays as it is.
public func expandedPath(_ path: String) -> String {
  guard path.hasPrefix("~/"), let home = unsafe getenv("HOME").map({ unsafe String(cString: $0) }),
    !home.isEmpty
  else { return path }
  return home + path.dropFirst()
}
