import ContentFolder
import Foundation
import Testing

struct FindingTests {
  @Test func `uses the folder that was named, then the variable's`() throws {
    let first = try Scratch.small()
    let second = try Scratch.small()
    let environment = ["BEFOREHAND_CONTENT": second.path]
    #expect(try Folder.found(named: first.path, environment: environment) == first.folder)
    #expect(try Folder.found(named: nil, environment: environment) == second.folder)
  }

  @Test func `does not pass over a named folder that is missing`() throws {
    let environment = ["BEFOREHAND_CONTENT": "/nowhere/at/all"]
    #expect(throws: ContentError.missing(path: "/nowhere/at/all")) {
      try Folder.found(named: nil, environment: environment)
    }
    #expect(throws: ContentError.missing(path: "/nowhere")) {
      try Folder.found(named: "/nowhere", environment: [:])
    }
    #expect(throws: ContentError.notAFolder(path: "/dev/null")) {
      try Folder.found(named: "/dev/null", environment: [:])
    }
  }

  @Test func `finds the folder beside the program`() throws {
    // The tests run in a folder that may have a Content of its own, which would come first.
    guard !isFolder("Content") else { return }
    let scratch = try Scratch(["bin/beforehand": "", "share/beforehand/Content/house.guide": ""])
    let found = try Folder.found(
      named: nil,
      environment: ["BEFOREHAND_CONTENT": ""],
      program: "\(scratch.path)/bin"
    )
    #expect(found.path == "\(scratch.path)/bin/../share/beforehand/Content")
    #expect(throws: ContentError.noFolder(looked: ["Content"])) {
      try Folder.found(named: nil, environment: [:], program: nil)
    }
  }

  @Test func `a folder without a house file is not a content folder`() throws {
    let scratch = try Scratch(["guides/one.guide": ""])
    #expect(throws: ContentError.noHouse(path: scratch.path)) {
      try scratch.read(.everything)
    }
    #expect(throws: ContentError.missing(path: "/nowhere")) {
      try Folder(path: "/nowhere").read(.everything)
    }
  }

  @Test func `knows where the program lies`() throws {
    let folder = try #require(programFolder())
    #expect(isFolder(folder))
  }
}
