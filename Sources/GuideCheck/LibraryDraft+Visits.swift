import SourceText

extension LibraryDraft {
  /// Every visit that closes a circle of visits, on which a walk would never end.
  func visitCycles() -> [Diagnostic] {
    var found: [Diagnostic] = []
    var following: [Menu.Entry: [GuideLayout.Visit]] = [:]
    for visit in visits { following[visit.from, default: []].append(visit) }
    enum VisitColor { case open, done }
    var colors: [Menu.Entry: VisitColor] = [:]
    for start in following.keys.sorted(by: { order($0) < order($1) }) where colors[start] == nil {
      var stack: [(entry: Menu.Entry, next: Int)] = [(start, 0)]
      colors[start] = .open
      while let top = stack.last {
        let visits = following[top.entry] ?? []
        guard top.next < visits.count else {
          colors[top.entry] = .done
          stack.removeLast()
          continue
        }
        stack[stack.count - 1].next += 1
        let visit = visits[top.next]
        switch colors[visit.to] {
        case .open: found.append(.visitCycle(visit.source, visit.span))
        case .done: break
        case nil:
          colors[visit.to] = .open
          stack.append((visit.to, 0))
        }
      }
    }
    return found
  }

  private func order(_ entry: Menu.Entry) -> Int {
    switch entry {
    case .guide(let guide): -1 - guide.index
    case .topic(let step): step.index
    }
  }
}
