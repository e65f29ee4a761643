import Glibc

/// Returns `path` as an absolute path with every link followed, or nil if nothing is there.
public func resolvedPath(_ path: String) -> String? {
  guard let real = unsafe realpath(path, nil) else { return nil }
  defer { unsafe free(real) }
  return unsafe String(cString: real)
}
