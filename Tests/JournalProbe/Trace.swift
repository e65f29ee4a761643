import Foundation

/// What a program did to its files and said, in order, as DiskProbe wrote it down.
struct Trace {
  enum Operation {
    case make(String, UInt64)
    case makeFolder(String)
    case rename(String, String)
    case remove(String)
    case syncFolder(String)
    case write(UInt64, at: Int, Data)
    case truncate(UInt64, to: Int)
    case sync(UInt64)
    /// A sync that failed: what it was to make last may never be written.
    case failSync(UInt64)
    case say(String)
  }

  let operations: [Operation]

  init(_ data: Data) {
    var operations: [Operation] = []
    var place = 0
    func number(_ bytes: Int) -> Int {
      defer { place += bytes }
      return data[place..<place + bytes].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
    while place < data.count {
      let kind = UnicodeScalar(UInt8(number(1)))
      let file = UInt64(number(8))
      let offset = number(8)
      let length = number(4)
      let bytes = Data(data[place..<place + length])
      place += length
      let text = { String(decoding: bytes, as: UTF8.self) }
      switch kind {
      case "C": operations.append(.make(text(), file))
      case "M": operations.append(.makeFolder(text()))
      case "R":
        let names = text().split(separator: "\0").map(String.init)
        operations.append(.rename(names[0], names[1]))
      case "U": operations.append(.remove(text()))
      case "D": operations.append(.syncFolder(text()))
      case "W": operations.append(.write(file, at: offset, bytes))
      case "T": operations.append(.truncate(file, to: offset))
      case "S": operations.append(.sync(file))
      case "F": operations.append(.failSync(file))
      default: operations.append(.say(text()))
      }
    }
    self.operations = operations
  }
}
