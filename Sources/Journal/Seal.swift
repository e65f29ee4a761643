import Crypto
import Foundation

/// The key of one session: it seals each event, and is itself sealed to the reader.
struct SessionKey {
  private let key: SymmetricKey
  private let journal: Data
  private let session: Int

  /// Events are padded to a multiple of this, so that their length reveals little.
  private static let grain = 256

  private init(_ key: SymmetricKey, _ journal: Data, _ session: Int) {
    self.key = key
    self.journal = journal
    self.session = session
  }

  /// Creates a random key, and returns it with a copy sealed to `reader`.
  static func drawn(
    _ journal: Data,
    session: Int,
    for reader: Curve25519.KeyAgreement.PublicKey
  ) throws(JournalError) -> (key: SessionKey, wrapped: Data) {
    let bytes = Data.random(32)
    do {
      var sender = try HPKE.Sender(
        recipientKey: reader,
        ciphersuite: suite,
        info: keyPurpose(journal, session)
      )
      let wrapped = try sender.encapsulatedKey + sender.seal(bytes)
      return (SessionKey(SymmetricKey(data: bytes), journal, session), wrapped)
    } catch {
      throw .wrongKey
    }
  }

  /// The key in `wrapped`.
  init(
    _ wrapped: Data,
    journal: Data,
    session: Int,
    by opening: Curve25519.KeyAgreement.PrivateKey
  ) throws(JournalError) {
    self.journal = journal
    self.session = session
    do {
      var recipient = try HPKE.Recipient(
        privateKey: opening,
        ciphersuite: suite,
        info: keyPurpose(journal, session),
        encapsulatedKey: Data(wrapped.prefix(32))
      )
      key = SymmetricKey(data: try recipient.open(Data(wrapped.dropFirst(32))))
    } catch {
      throw .wrongKey
    }
  }

  /// Returns an event's text, sealed to its position.
  ///
  /// The text is JSON, so blanks at its end have no meaning.
  func sealed(_ text: Data, sequence: Int) throws(JournalError) -> Data {
    let rest = (Self.grain - text.count % Self.grain) % Self.grain
    // Each nonce is random, not a counter, because a position can be sealed again after a failed commit.
    let box = try? ChaChaPoly.seal(
      text + Data(repeating: UInt8(ascii: " "), count: rest),
      using: key,
      authenticating: eventPlace(journal, session, sequence)
    )
    guard let box else { throw .wrongKey }
    return box.combined
  }

  /// Returns the text in an event, or nil if it is not what was sealed at this position.
  func opened(_ sealed: Data, sequence: Int) -> Data? {
    guard let box = try? ChaChaPoly.SealedBox(combined: sealed) else { return nil }
    return try? ChaChaPoly.open(
      box,
      using: key,
      authenticating: eventPlace(journal, session, sequence)
    )
  }
}

private let suite = HPKE.Ciphersuite.Curve25519_SHA256_ChachaPoly

private func keyPurpose(_ journal: Data, _ session: Int) -> Data {
  var purpose = Data("beforehand session key 1\0".utf8) + journal
  purpose.append(number: session)
  return purpose
}

private func eventPlace(_ journal: Data, _ session: Int, _ sequence: Int) -> Data {
  var place = Data("beforehand event 1\0".utf8) + journal
  place.append(number: session)
  place.append(number: sequence)
  return place
}
