import Files
import Testing

struct NamesTests {
  @Test func `names are sorted, hidden ones at wish, up to a limit`() throws {
    let scratch = try Scratch()
    for name in ["b", "a", ".hidden", "C", "ä", "a.guide"] { try scratch.write("", to: name) }
    try scratch.makeFolder("folder")
    let folder = try scratch.opened()
    #expect(try folder.names() == [".hidden", "C", "a", "a.guide", "b", "folder", "ä"])
    #expect(try folder.names(hasHidden: false) == ["C", "a", "a.guide", "b", "folder", "ä"])
    #expect(try folder.names(hasHidden: false, limit: 2).count == 2)
    #expect(try folder.names(limit: 0) == [])
  }

  @Test func `names are read from the beginning each time, and of the folder that was opened`()
    throws
  {
    let scratch = try Scratch()
    try scratch.makeFolder("folder")
    try scratch.write("", to: "folder/one")
    let folder = try scratch.opened().folder("folder")
    #expect(try folder.names() == ["one"])
    #expect(try folder.names() == ["one"])
    // Its path now leads elsewhere.
    try scratch.opened().rename("folder", to: "other")
    try scratch.makeFolder("folder")
    #expect(try folder.names() == ["one"])
  }
}
