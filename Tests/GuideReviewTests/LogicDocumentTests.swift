import Documents
import GuideCheck
import GuideEngine
import GuideProof
import GuideReview
import TestSupport
import Testing

struct LogicDocumentTests {
  private let imprint = LogicDocument.Imprint(
    fingerprint: TextFingerprint(guide: "a", evidence: "b", house: "c"),
    printed: "2026-11-21"
  )

  private func documents(of folder: Folder) throws -> [(GuideID, Library, Document)] {
    let library = try #require(folder.checked().library)
    let result = prove(library, isMeasuring: true)
    return library.guides.indices.map { index in
      let guide = GuideID(index)
      return (guide, library, LogicDocument(of: guide, in: library, result, imprint).document)
    }
  }

  /// Every text a person can read in a guide, gathered without looking at how it is laid out.
  private func texts(of guide: GuideID, in library: Library) -> [String] {
    var texts = [library[guide].title]
    for step in library.steps where step.guide == guide { texts.append(step.title) }
    for passage in library.passages where library[passage.step].guide == guide {
      for piece in passage.pieces { if case .text(let text, _) = piece { texts.append(text) } }
      switch passage.kind {
      case .comparison(let rows): for row in rows { texts += [row.title] + row.cells }
      case .figure(let figure):
        let words = FigureWords(library.figures[figure], library.phrases)
        texts += [words.outcome] + words.lines
      case .alreadySeen(let title): texts.append(title)
      default: break
      }
    }
    var asked = Set(
      library.questions.indices.filter { index in
        library.questions[index].step.map { library[$0].guide == guide } ?? false
      }
    )
    for (place, instruction) in library.instructions.enumerated() {
      if case .ask(let question) = instruction, owner(of: place, in: library) == guide {
        asked.insert(question.index)
      }
    }
    for question in asked.map({ library.questions[$0] }) {
      texts += [question.prompt, question.why, question.again].compactMap { $0 }
      texts += question.options.map(\.label)
    }
    texts += library[guide].options.map(\.label)
    for promise in library[guide].promises { texts.append(promise.words) }
    return texts.map(flat).filter { !$0.isEmpty }
  }

  private func owner(of place: Int, in library: Library) -> GuideID? {
    library.steps.filter { $0.entry <= place }.max { $0.entry < $1.entry }?.guide
  }

  private func flat(_ text: String) -> String {
    text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }

  @Test func `nothing a patient can read is missing`() throws {
    for folder in [try Folder.real(), try Folder.design()] {
      for (guide, library, document) in try documents(of: folder) {
        let blocks = document.blocks.flatMap(\.texts).map(flat).joined(separator: "\n")
        let page = HTMLRenderer().page(document)
        let html = flat(page.replacing("&#39;", with: "'").replacing("&quot;", with: "\""))
          .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
        let texts = texts(of: guide, in: library)
        #expect(!texts.isEmpty)
        for text in texts {
          let (isPrinted, isInBrowser) = (blocks.contains(text), html.contains(text))
          #expect(isPrinted, "\(library[guide].name): \(text)")
          #expect(isInBrowser, "\(library[guide].name): \(text)")
        }
      }
    }
  }

  @Test func `no line of text is too wide, and none loses a word`() throws {
    for (_, _, document) in try documents(of: .real()) {
      let lines = TerminalRenderer(width: 60).lines(document.blocks)
      #expect(lines.allSatisfy { $0.count <= 60 })
      let words = Set(lines.joined(separator: " ").split(separator: " "))
      // The list of contents leads somewhere in a browser only.
      for text in document.blocks.filter({ $0 != .contents("In this document") }).flatMap(\.texts) {
        for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) where word.count < 30 {
          #expect(words.contains(word) || words.contains(word + ":"), "\(word)")
        }
      }
    }
  }

  @Test func `each condition is written in words, and what depends on it is indented`() throws {
    let (_, _, document) = try #require(try documents(of: .design()).last)
    let place = try #require(
      document.blocks.firstIndex { if case .condition = $0 { true } else { false } }
    )
    let words = try #require(document.blocks[place].text)
    #expect(words.hasPrefix("When ") || words.hasPrefix("Unless "))
    guard case .nested(let blocks) = document.blocks[place + 1] else {
      Issue.record("\(document.blocks[place + 1])")
      return
    }
    #expect(!blocks.isEmpty)
  }

  @Test func `the evidence for a sentence is beside it, and again with all that is known of it`()
    throws
  {
    var folder = plainFolder
    folder["guides/visit.guide"] =
      "title: A visit\nkind: form\n\n# start: Start\nBring someone. [@drive-1]\n"
    let (_, library, document) = try #require(try documents(of: folder).last)
    let claim = try #require(library.claims.first { $0.name == "drive-1" })
    guard
      case .annotated(_, let remarks)? = document.blocks.first(where: {
        if case .annotated(.paragraph(let words), _) = $0 {
          words.text == "Bring someone."
        } else {
          false
        }
      })
    else {
      Issue.record("nothing is beside it")
      return
    }
    #expect(remarks.count == 1)
    #expect(remarks.first?.text.contains(claim.statement) == true)
    #expect(remarks.first?.text.contains("Certainty: \(claim.certainty).") == true)
    #expect(document.blocks.contains(.heading("The evidence")))
    #expect(document.blocks.contains { $0.text == "drive-1: \(claim.statement)" })
  }

  @Test func `a promise that is broken is told as the conversation that breaks it`() throws {
    let golden = try DiagnosticGolden("any-order", in: "Unsafe")
    let (_, _, broken) = try #require(try documents(of: golden.broken).last)
    let texts = broken.blocks.flatMap(\.texts)
    #expect(texts.contains { $0.hasPrefix("BROKEN. ") && $0.contains("open `gains`") })
    #expect(texts.contains { $0.hasSuffix("1 BROKEN") })
    let (_, _, kept) = try #require(try documents(of: golden.fixed).last)
    let keptTexts = kept.blocks.flatMap(\.texts)
    #expect(!keptTexts.contains { $0.contains("BROKEN") })
    #expect(keptTexts.contains("Kept on every path."))
    #expect(keptTexts.contains { $0.hasSuffix(" kept on every path") })
  }

  /// What a document says of each promise, by the promise's words.
  private func verdicts(_ document: Document) -> [String: [String]] {
    var verdicts: [String: [String]] = [:]
    for block in document.blocks {
      guard case .annotated(.item(let words), let remarks) = block,
        words.text.hasPrefix("Promise"), let place = words.text.firstRange(of: ": ")
      else { continue }
      let promise = String(words.text[place.upperBound...])
      verdicts[promise] = remarks.filter(\.hasStrong).map(\.text)
    }
    return verdicts
  }

  private func folder(_ guide: String, house promise: String = "") -> Folder {
    var folder = plainFolder
    folder["guides/visit.guide"] = "title: A visit\nkind: form\n\n\(guide)"
    folder["house.guide"] += promise
    return folder
  }

  @Test func `a promise that was not proved is not said to be kept`() throws {
    let folder = folder(
      """
      # start: Start
      ? price: What does one visit cost?
        [amount 0 to 5000]
      ? visits: How many visits?
        [number 1 to 50 visits]
      let total = price * visits
      let dear = total is at least 400

      unless price is less than 100:
        Bring someone. [@drive-1]

      # last: Last
      Goodbye.

      promise: see driving before end when dear is true
      promise: see last before end when dear is true

      """
    )
    let (_, _, document) = try #require(try documents(of: folder).last)
    let verdicts = verdicts(document)
    #expect(verdicts["see last before end when dear is true"] == ["Kept on every path."])
    let notes = verdicts["see driving before end when dear is true"]
    #expect(
      notes == ["NOT PROVED. Too many answers decide it together, or a product of answers does."]
    )
    let texts = document.blocks.flatMap(\.texts)
    #expect(!texts.contains { $0.contains("BROKEN") })
    #expect(texts.contains { $0.contains("1 kept on every path, 1 NOT PROVED") })
  }

  @Test func `the house says of its promises what is true of every guide`() throws {
    var folder = folder(
      "# start: Start\nBring someone. [@drive-1]\n",
      house: "\npromise: see driving before end\n"
    )
    let (_, _, kept) = try #require(try documents(of: folder).first)
    #expect(verdicts(kept) == ["see driving before end": ["Kept on every path."]])
    folder["guides/visit.guide"] = folder["guides/visit.guide"].replacing(" [@drive-1]", with: "")
    let (_, _, broken) = try #require(try documents(of: folder).first)
    let notes = try #require(verdicts(broken)["see driving before end"])
    #expect(notes.count == 1 && notes[0].hasPrefix("In the guide visit: BROKEN."), "\(notes)")
  }

  @Test func `a browser takes words for words only`() throws {
    var folder = plainFolder
    folder["guides/visit.guide"] = """
      title: A <b>visit</b> & "more"
      kind: form

      # start: \\<script>alert(1)\\</script>
      Bring someone's \\<img src=x>.
      """
    let (_, _, document) = try #require(try documents(of: folder).last)
    let html = HTMLRenderer().page(document)
    #expect(!html.contains("<script") && !html.contains("<img") && !html.contains("<b>"))
    #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(html.contains("default-src 'none'"))
  }
}
