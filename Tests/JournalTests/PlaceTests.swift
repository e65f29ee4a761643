import Crypto
import Foundation
import Testing

@testable import Journal

/// What was sealed at one place of one session opens at no other place, even if the hashes fit.
struct PlaceTests {
  private let journal = Data("sixteen bytes ..".utf8)
  private let other = Data("another sixteen.".utf8)
  private let opening = Curve25519.KeyAgreement.PrivateKey()

  @Test func `an event opens at its own place in the session only`() throws {
    let (key, _) = try drawn()
    let sealed = try key.sealed(Data("words".utf8), sequence: 3)
    #expect(key.opened(sealed, sequence: 3)?.starts(with: Data("words".utf8)) == true)
    for sequence in [0, 1, 2, 4, -3, 3 << 8, 3 << 32] {
      #expect(key.opened(sealed, sequence: sequence) == nil)
    }
  }

  @Test func `an event opens in its own session and journal only, even under the same key`() throws
  {
    let (key, wrapped) = try drawn()
    let sealed = try key.sealed(Data("words".utf8), sequence: 3)
    for (journal, session) in [(journal, 8), (other, 7), (journal, 7 << 8)] {
      let moved = try SessionKey(
        rewrapped(wrapped, for: journal, session),
        journal: journal,
        session: session,
        by: opening
      )
      #expect(moved.opened(sealed, sequence: 3) == nil)
    }
    let same = try SessionKey(
      rewrapped(wrapped, for: journal, 7),
      journal: journal,
      session: 7,
      by: opening
    )
    #expect(same.opened(sealed, sequence: 3) != nil)
  }

  @Test func `a session's key opens for its own session and journal only`() throws {
    let (_, wrapped) = try drawn()
    _ = try SessionKey(wrapped, journal: journal, session: 7, by: opening)
    for (journal, session) in [(journal, 8), (other, 7), (journal, 0)] {
      #expect(throws: JournalError.wrongKey) {
        try SessionKey(wrapped, journal: journal, session: session, by: opening)
      }
    }
  }

  /// A key of session 7, and the same sealed.
  private func drawn() throws -> (key: SessionKey, wrapped: Data) {
    try SessionKey.drawn(journal, session: 7, for: opening.publicKey)
  }

  private let suite = HPKE.Ciphersuite.Curve25519_SHA256_ChachaPoly

  private func purpose(_ journal: Data, _ session: Int) -> Data {
    var purpose = Data("beforehand session key 1\0".utf8) + journal
    purpose.append(number: session)
    return purpose
  }

  /// The key of session 7, sealed again for another place by someone who can open it.
  private func rewrapped(_ wrapped: Data, for journal: Data, _ session: Int) throws -> Data {
    var recipient = try HPKE.Recipient(
      privateKey: opening,
      ciphersuite: suite,
      info: purpose(self.journal, 7),
      encapsulatedKey: Data(wrapped.prefix(32))
    )
    var sender = try HPKE.Sender(
      recipientKey: opening.publicKey,
      ciphersuite: suite,
      info: purpose(journal, session)
    )
    let key = try recipient.open(Data(wrapped.dropFirst(32)))
    return try sender.encapsulatedKey + sender.seal(key)
  }
}
