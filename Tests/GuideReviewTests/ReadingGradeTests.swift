import GuideReview
import Testing

struct ReadingGradeTests {
  @Test(arguments: [
    // words, sentences, syllables, and the formula worked out by hand.
    ("The cat sat on the mat.", 6, 1, 6, -14),
    ("Someone takes you home.", 4, 1, 6, 37),
    ("You may feel sick. It will pass.", 7, 2, 7, -24),
    ("Six in 3 weeks", 4, 1, 4, -22),
    ("A well-known table", 4, 1, 5, 7),
  ])
  func `counts by the formula`(
    text: String,
    words: Int,
    sentences: Int,
    syllables: Int,
    tenths: Int
  ) {
    let grade = ReadingGrade(of: [text])
    #expect(grade.words == words)
    #expect(grade.sentences == sentences)
    #expect(grade.syllables == syllables)
    #expect(grade.tenths == tenths)
  }

  @Test func `has no grade without a word`() {
    #expect(ReadingGrade(of: ["", " — "]).tenths == nil)
  }
}
