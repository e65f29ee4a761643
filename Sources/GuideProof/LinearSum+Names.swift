package import GuideCheck

extension Library {
  /// What each question, and what is counted, adds to an equation, by name, and its constant under an empty name; nil
  /// if it is not such a sum.
  ///
  /// Two equations with the same terms are the same for everyone.
  package func terms(
    of equation: EquationID,
    named name: (QuestionID) -> String
  ) -> [String: Fraction]? {
    guard let sum = AnswerReading(self).sums[equation.index] else { return nil }
    var terms = ["": sum.offset]
    for (question, factor) in sum.factors { terms[name(question)] = factor }
    for (count, factor) in sum.counts {
      switch count {
      case .ticked(let question): terms["count of \(name(question))"] = factor
      case .truth(let named): terms["truth of \(equations[named.index].name)"] = factor
      }
    }
    return terms
  }
}
