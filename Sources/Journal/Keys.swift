import Crypto
import Foundation

/// The keys in `keys/`.
///
/// Anyone with `reader.private` can read; a kiosk has only `reader.public`. With
/// `writer.private`, the end of the journal is signed; `writer.public`, kept elsewhere, verifies that
/// anywhere.
struct Keys {
  static let folder = "keys"

  /// The key that the sessions' keys are sealed to.
  let reader: Curve25519.KeyAgreement.PublicKey
  /// The key that opens them, if it is here.
  let opening: Curve25519.KeyAgreement.PrivateKey?
  /// The key that signs the end, if it is here.
  let writer: Curve25519.Signing.PrivateKey?
  /// The key that verifies the signature, if it is here, so that only this writer's end is accepted.
  let signer: Data?

  /// The keys of the data folder at `path`; nil if it has no key to seal to.
  init?(in path: String) throws(JournalError) {
    let folder: DataFolder
    do {
      folder = try DataFolder("\(path)/\(Self.folder)", isMade: false)
    } catch .noJournal {
      return nil
    }
    writer = try folder.key("writer.private") {
      try Curve25519.Signing.PrivateKey(rawRepresentation: $0)
    }
    opening = try folder.key("reader.private") {
      try Curve25519.KeyAgreement.PrivateKey(rawRepresentation: $0)
    }
    let signer = try folder.key("writer.public") {
      try Curve25519.Signing.PublicKey(rawRepresentation: $0).rawRepresentation
    }
    if let signer, let writer, signer != writer.publicKey.rawRepresentation { throw .wrongKey }
    self.signer = signer
    let file = try folder.key("reader.public") {
      try Curve25519.KeyAgreement.PublicKey(rawRepresentation: $0)
    }
    guard let reader = file ?? opening?.publicKey else { return nil }
    if let opening, opening.publicKey.rawRepresentation != reader.rawRepresentation {
      throw .wrongKey
    }
    self.reader = reader
  }

  /// The keys of the data folder at `path`; missing ones are created, as on a first run.
  init(making path: String) throws(JournalError) {
    let folder = try DataFolder("\(path)/\(Self.folder)", isMade: true)
    try folder.makePrivate(folder.names())
    // The public key comes last, so if it is there, the others are too.
    if try !folder.contains("writer.private") {
      let writer = Curve25519.Signing.PrivateKey()
      try folder.put("writer.private", writer.rawRepresentation)
      try folder.put("writer.public", writer.publicKey.rawRepresentation)
    }
    if try !folder.contains("reader.public") {
      if try !folder.contains("reader.private") {
        let opening = Curve25519.KeyAgreement.PrivateKey()
        try folder.put("reader.private", opening.rawRepresentation)
      }
      if let keys = try Keys(in: path) {
        try folder.put("reader.public", keys.reader.rawRepresentation)
      }
    }
    guard let keys = try Keys(in: path) else { throw .noKey }
    self = keys
  }

  /// Makes the folder and its files private again, no matter who copied them there.
  static func makePrivate(in path: String) throws(JournalError) {
    let folder = try DataFolder("\(path)/\(folder)", isMade: false)
    try folder.makePrivate(folder.names())
  }
}

extension DataFolder {
  /// A key file: one line with its name, a version, the key, and the beginning of its SHA-256.
  fileprivate func put(_ name: String, _ key: Data) throws(JournalError) {
    try create(name, Array(line(name, key).utf8))
  }

  /// Returns the key in a file, or nil if there is no such file.
  fileprivate func key<Key>(
    _ name: String,
    _ make: (Data) throws -> Key
  ) throws(JournalError) -> Key? {
    guard let bytes = try bytes(of: name, limit: 1000) else { return nil }
    let words = String(decoding: bytes, as: UTF8.self).split { $0 == " " || $0 == "\n" }
    guard words.count == 5, let data = Data(hexadecimal: words[3]),
      Array(line(name, data).utf8) == bytes, let key = try? make(data)
    else { throw .damagedKey(file: name) }
    return key
  }
}

private func line(_ name: String, _ key: Data) -> String {
  let check = Data(SHA256.hash(data: Data(name.utf8) + key)).prefix(8)
  return "beforehand \(name) 1 \(key.hexadecimal) \(check.hexadecimal)\n"
}

extension Data {
  /// Returns `count` bytes from the system's secure source, the one that keys come from.
  static func random(_ count: Int) -> Data {
    var bytes = Data(count: count)
    for index in bytes.indices { bytes[index] = .random(in: .min ... .max) }
    return bytes
  }

  /// Two digits for each byte.
  var hexadecimal: String {
    map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  init?(hexadecimal text: some StringProtocol) {
    let digits = text.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    guard digits.count == text.utf8.count, digits.count.isMultiple(of: 2) else { return nil }
    self.init(
      stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    )
  }

  /// The number in the eight bytes from an index on.
  func number(at place: Int) -> Int {
    dropFirst(place).prefix(8).reduce(0) { $0 << 8 | Int($1) }
  }
}

extension RangeReplaceableCollection<UInt8> {
  /// Eight bytes, the most significant first.
  mutating func append(number: Int) {
    var shift = 56
    while shift >= 0 {
      append(UInt8(truncatingIfNeeded: number >> shift))
      shift -= 8
    }
  }
}

extension JournalReader {
  /// Whether kept answers in the data folder at `path` can be read on this computer.
  ///
  /// - Returns: Whether the key is here, or is going to be created here.
  /// - Throws: A `JournalError` if the folder cannot be read.
  public static func hasKey(_ path: String) throws(JournalError) -> Bool {
    do throws(JournalError) {
      let folder = try DataFolder("\(path)/\(Keys.folder)", isMade: false)
      if try folder.contains("reader.private") { return true }
      return try !folder.contains("reader.public")
    } catch .noJournal {
      return true
    }
  }
}
