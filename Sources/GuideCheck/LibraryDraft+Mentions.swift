extension LibraryDraft {
  /// The passages, each marked with the mentions in it that conditions read.
  func markedPassages(by evidence: EvidenceTable) -> [Passage] {
    if mentions.isEmpty { return passages }
    return passages.map { passage in
      var found: [MentionID] = []
      for (mention, identifier) in mentions where passage.carries(mention, evidence) {
        found.append(identifier)
      }
      return passage.with(mentions: found.sorted { $0.index < $1.index })
    }
  }
}

extension Passage {
  /// Whether a person who sees this passage has seen the mention.
  fileprivate func carries(_ mention: Mention, _ evidence: EvidenceTable) -> Bool {
    if isAside { return false }
    switch mention {
    case .claim(let claim): return claims.contains(claim)
    case .figure(let figure):
      if case .figure(figure) = kind { return true }
      return false
    case .subject(let subject):
      if case .figure(let figure) = kind {
        return evidence.figures[figure].about.contains(subject)
      }
      return claims.contains { evidence.claims[$0].about.contains(subject) }
    case .said(.claim(let claim)): return said.contains(claim)
    case .said(.subject(let subject)):
      if case .figure(let figure) = kind {
        return evidence.figures[figure].about.contains(subject)
      }
      return said.contains { evidence.claims[$0].about.contains(subject) }
    case .equation, .guide, .question, .step: return false
    }
  }

  fileprivate func with(mentions: [MentionID]) -> Passage {
    Passage(
      kind: kind,
      pieces: pieces,
      step: step,
      claims: claims,
      said: said,
      mentions: mentions,
      fingerprint: fingerprint
    )
  }
}
