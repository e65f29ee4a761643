import SourceText
import Testing

struct SpanTests {
  @Test func `covers both spans and what is between`() {
    #expect(Span(2..<4).union(Span(7..<9)) == Span(start: 2, end: 9))
    #expect(Span(7..<9).union(Span(2..<4)) == Span(start: 2, end: 9))
    #expect(Span(2..<9).union(Span(4..<4)) == Span(start: 2, end: 9))
  }

  @Test func `adds nothing for the span of a missing part`() {
    #expect(Span.empty.union(Span(7..<9)) == Span(7..<9))
    #expect(Span(7..<9).union(.empty) == Span(7..<9))
  }

  @Test func `is empty rather than backwards`() {
    #expect(Span(start: 9, end: 2) == Span(9..<9))
    #expect(Span(start: 9, end: 2).isEmpty)
    #expect(!Span(2..<9).isEmpty)
  }
}
