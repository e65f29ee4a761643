import GuideCheck
import GuideEngine
import Phrases
import Reports
import TestSupport
import Testing

@testable import SessionCore

/// Saving the page in a file, as far as the session knows.
struct SavingTests {
  private let library: Library

  init() throws { library = try #require(decisionFolder.checked().library) }

  private func held(isTerminal: Bool, isKiosk: Bool = false) -> HeldSession {
    var held = HeldSession(at: "choice", of: library, isKiosk: isKiosk, isTerminal: isTerminal)
    held.outcome = { request in
      if case .savePage(let page) = request {
        .pageSaved(path: "/home/me/\(page.name)")
      } else {
        .done
      }
    }
    held.begin()
    held.take("yes")
    return held
  }

  private func page(_ reply: HeldSession.Reply) -> SavedPage? {
    if case .savePage(let page)? = reply.requests.first { page } else { nil }
  }

  @Test func `a terminal asks for the form and the name, and comes back to the question`() throws {
    var held = held(isTerminal: true)
    let place = held.session.walk.awaiting
    #expect(held.take("save").lines.contains("  3  A web page. This prints best."))
    #expect(held.take("2").text.contains("press Enter for my-page.txt."))
    #expect(held.session.draft == "my-page.txt" && held.session.draftUse == .suggested)
    #expect(page(held.take("")) == nil)
    #expect(held.session.draft == "my-page.txt")
    let reply = held.take(held.session.draft)
    let saved = try #require(page(reply))
    #expect(saved.name == "my-page.txt" && !saved.replacesFile)
    #expect(saved.text.split(separator: "\n").allSatisfy { $0.count <= 40 })
    #expect(
      reply.text.contains(
        "Saved as /home/me/my-page.txt. Anyone who uses this account can read it."
      )
    )
    #expect(reply.inputs == [])
    #expect(held.session.mode == .walk && held.session.walk.awaiting == place)
    #expect(held.take("print").text.contains("open /home/me/my-page.txt and print it"))
  }

  @Test func `a web page has no script, and a name gets the ending it needs`() throws {
    var held = held(isTerminal: true)
    held.take("save")
    held.take("3")
    let saved = try #require(page(held.take("notes/mine")))
    #expect(saved.name == "notes/mine.html")
    #expect(saved.text.hasPrefix("<!DOCTYPE html>"))
    #expect(!saved.text.contains("<script"))
  }

  @Test func `a file that is there is replaced only if the person says so`() throws {
    var held = held(isTerminal: true)
    held.outcome = { request in
      guard case .savePage(let page) = request else { return .done }
      return page.replacesFile ? .pageSaved(path: "/p") : .pageNotSaved(.exists)
    }
    held.take("save")
    held.take("1")
    let reply = held.take("my-page.txt")
    #expect(reply.text.contains("There is already a file called my-page.txt."))
    #expect(reply.lines.contains("  1  Replace that file"))
    #expect(page(held.take("1"))?.replacesFile == true)
    #expect(held.session.mode == .walk)
  }

  @Test(arguments: [
    PageFileProblem.badName, .disk, .diskFull, .noFolder, .notLasting, .notPermitted, .readOnly,
  ])
  func `says what went wrong, and asks for another name`(problem: PageFileProblem) {
    var held = held(isTerminal: true)
    held.outcome = { _ in .pageNotSaved(problem) }
    held.take("save")
    held.take("1")
    let reply = held.take("x")
    let says =
      problem == .notLasting ? ["is there", "will last"] : ["was not saved.", "Nothing is lost."]
    #expect(says.allSatisfy { reply.text.contains($0) })
    #expect(held.session.mode == .saving(.name(.text), over: .walk))
    #expect(held.session.draft == "x.txt" && held.session.draftUse == .replaced)
    held.take("back")
    #expect(held.session.mode == .saving(.form, over: .walk))
    held.take("back")
    #expect(held.session.mode == .walk)
  }

  @Test func `through a pipe it takes one line, with the form by its ending`() throws {
    var held = held(isTerminal: false)
    #expect(held.take("save").text.contains("save large my-page.txt"))
    #expect(page(held.take("save a.txt"))?.text.hasPrefix("== My page for the visit ==") == true)
    #expect(page(held.take("save A.HTML"))?.text.hasPrefix("<!DOCTYPE html>") == true)
    let large = try #require(page(held.take("save large b.txt")))
    #expect(large.name == "b.txt" && large.text.contains("== My page for the visit ==\n\n"))
    #expect(held.session.mode == .walk)
    held.outcome = { _ in .pageNotSaved(.exists) }
    #expect(held.take("save a.txt").text.contains("Your page was not saved."))
    #expect(held.session.mode == .walk)
  }

  @Test func `words that only begin with save are an answer`() {
    var held = held(isTerminal: false)
    held.take(["skip", "2", "1", "go on", "4", "skip", "5", "skip"])
    let reply = held.take("save money on visits")
    #expect(reply.requests == [])
    #expect(held.session.takenHome.sayFirst == ["save money on visits"])
  }

  @Test func `a kiosk does not save pages`() {
    var held = held(isTerminal: true, isKiosk: true)
    for line in ["save", "save a.txt", "print"] {
      let reply = held.take(line)
      #expect(reply.requests == [])
      #expect(reply.text.contains("Pages are not saved on this computer"))
    }
    #expect(!held.take("?").text.contains("put your page in a file"))
  }

  @Test
  func `the page is saved before and after its session is over, and in the question about keeping`()
  {
    var held = HeldSession(at: "choice", of: library, consent: .undecided)
    held.outcome = { _ in .pageSaved(path: "/p") }
    held.begin()
    #expect(page(held.take("save a.txt")) != nil)
    #expect(held.session.mode == .consent(.atStart(library.guide(named: "choice") ?? .house)))
    held.take("2")
    held.take("stop here")
    #expect(held.session.mode == .consent(.atEnd))
    #expect(page(held.take("save a.txt")) != nil)
    #expect(held.session.mode == .consent(.atEnd))
  }
}
