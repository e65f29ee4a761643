/// A number for each instruction of some guides.
struct PlaceTable {
  private var values: [Int] = []
  private var offsets: [Int]
  private let subroutines: Subroutines

  init(_ subroutines: Subroutines) {
    self.subroutines = subroutines
    offsets = Array(repeating: 0, count: subroutines.extents.count)
  }

  /// Adds a guide, with its own number for each instruction.
  mutating func add(_ guide: Int) {
    offsets[guide] = values.count - subroutines.extents[guide].lowerBound
    values += subroutines.extents[guide]
  }

  subscript(_ place: Int) -> Int {
    get { values[place + offsets[subroutines.guides[place]]] }
    set { values[place + offsets[subroutines.guides[place]]] = newValue }
  }
}
