import Crypto
import Foundation
import GRDB
import Synchronization
import TestSupport

/// Power failures at every moment of a trace, each with many outcomes, each looked at.
final class PowerFailures: Sendable {
  private struct Tally {
    var seen: Set<SHA256.Digest> = []
    var built = 0
    /// What was found in a journal, by all that can be read from its files.
    var looks: [SHA256.Digest: Look] = [:]
    var looked = 0
    var wentOn = 0
    var lost = 0
    var damaged = 0
    var examples: [String] = []
  }

  private let trace: Trace
  private let seed: Int
  private let unsynced: String?
  private let first: Int
  private let tally = Mutex(Tally())

  init(_ trace: Trace, seed: Int, unsynced: String? = nil, last: Int? = nil) {
    self.trace = trace
    self.seed = seed
    self.unsynced = unsynced
    first = last.map { max(0, trace.operations.count - $0) } ?? 0
  }

  /// Before each operation the power may fail, and after the last.
  private var moments: Int { trace.operations.count - first + 1 }

  /// Looks at so many states, all of them different.
  func run(_ count: Int) async {
    let workers = ProcessInfo.processInfo.activeProcessorCount
    await withTaskGroup(of: Void.self) { group in
      for worker in 0..<workers {
        group.addTask { Worker(self, worker, of: workers, until: count).run() }
      }
    }
  }

  /// Says what came of it; whether nothing was lost or damaged.
  func report() -> Bool {
    tally.withLock { tally in
      for example in tally.examples.prefix(40) { say(example) }
      say(
        """
        states \(tally.seen.count) built \(tally.built) moments \(moments) \
        looks \(tally.looked) went on \(tally.wentOn) lost \(tally.lost) damaged \(tally.damaged)
        """
      )
      return tally.lost + tally.damaged == 0
    }
  }

  /// Leaves the files of one state in a folder.
  func leave(_ path: String, at point: Int, variant: Int) {
    var disk = Disk(unsynced: unsynced)
    for operation in trace.operations.prefix(point) { disk.apply(operation) }
    let shelf = Shelf(path)
    shelf.put(failing(disk, at: point, variant))
  }

  private func failing(_ disk: Disk, at point: Int, _ variant: Int) -> Disk.Remains {
    // There is one way to drop all and one to keep all; where fewer than four are tried, they vary.
    let styles: [Disk.Style] = [.drop, .keep, .reorder, .tear]
    let style = variant < 4 ? styles[(variant + point) % 4] : styles[2 + variant % 2]
    var generator = SeededGenerator(
      seed: UInt64(truncatingIfNeeded: (seed &* 1_000_003 &+ point) &* 1_000_003 &+ variant)
    )
    return disk.failing(style, &generator)
  }

  /// One of the threads: it takes its share of the moments, again and again.
  private struct Worker {
    let campaign: PowerFailures
    let worker: Int
    let workers: Int
    let count: Int
    /// How many moments are passed over to reach the last with so few states, and how many states
    /// each of the others begins with.
    let stride: Int
    let start: Int
    let shelf: Shelf
    var digests: [[Int]: SHA256.Digest] = [:]
    /// Of files of which nothing is in flight: those in which no erased key was found.
    var free: Set<[Int]> = []
    /// For each moment, how many variants were tried, how many to try next, and how often in a row
    /// nothing new came of it.
    var tried: [Int: Int] = [:]
    var next: [Int: Int] = [:]
    var misses: [Int: Int] = [:]

    init(_ campaign: PowerFailures, _ worker: Int, of workers: Int, until count: Int) {
      self.campaign = campaign
      self.worker = worker
      self.workers = workers
      self.count = count
      stride = max(1, campaign.moments / max(count, 1))
      start = min(max(count / campaign.moments, 1), 4)
      shelf = Shelf(Shelf.place + "/power-\(UUID().uuidString)")
    }

    func run() {
      var copy = self
      while copy.round() {}
      shelf.remove()
    }

    /// Tries some variants at each moment; whether there is more to try.
    private mutating func round() -> Bool {
      var disk = Disk(unsynced: campaign.unsynced)
      var promise = Promise()
      var hasMore = false
      for point in 0...campaign.trace.operations.count {
        if point > 0 {
          let operation = campaign.trace.operations[point - 1]
          disk.apply(operation)
          if case .say(let lines) = operation {
            for line in lines.split(separator: "\n") { promise.hear(line) }
          }
        }
        guard isOwn(point), misses[point, default: 0] < 20 else { continue }
        hasMore = true
        let first = tried[point, default: 0]
        let last = first + next[point, default: start]
        var new = 0
        for variant in first..<last {
          if campaign.tally.withLock({ $0.seen.count >= count }) { return false }
          let remains = campaign.failing(disk, at: point, variant)
          let name = "moment \(point) variant \(variant)"
          if look(at: remains, promise, name) { new += 1 }
        }
        tried[point] = last
        next[point] = min(max(1, 2 * new), 8)
        misses[point] = new == 0 ? misses[point, default: 0] + last - first : 0
      }
      return hasMore
    }

    private func isOwn(_ point: Int) -> Bool {
      let place = point - campaign.first
      return place >= 0 && place % stride == 0 && place / stride % workers == worker
    }

    /// Looks at a state; whether it is a new one.
    private mutating func look(at remains: Disk.Remains, _ promise: Promise, _ name: String) -> Bool
    {
      let digest = digest(remains, promise)
      let number = campaign.tally.withLock { tally in
        tally.built += 1
        return tally.seen.insert(digest).inserted ? tally.seen.count : nil
      }
      guard let number else { return false }
      shelf.put(remains)
      let path = shelf.path + "/data"
      let contents = Contents.digest(remains, on: shelf)
      let known = contents.flatMap { contents in campaign.tally.withLock { $0.looks[contents] } }
      let look = if let known, number % 200 != 0 { known } else { Look(path) }
      var violations = promise.mayBeDamaged ? [] : look.faults
      if let known, known != look { violations.append("read in two ways") }
      if holdsErasedKey(remains, promise) { violations.append("an erased key is left") }
      let lost = promise.lost(in: look)
      // Whatever is left, it can be gone on with.
      let isTried =
        promise.remnant != nil
        || (known == nil ? !look.isThere || number % 8 == 0 : number % 400 == 0)
      if isTried {
        shelf.isTouched = true
        violations += Look.goingOn(path, after: look, promise)
      }
      campaign.tally.withLock { tally in
        if let contents { tally.looks[contents] = look }
        if known == nil || number % 200 == 0 { tally.looked += 1 }
        if isTried { tally.wentOn += 1 }
        if !lost.isEmpty { tally.lost += 1 }
        if !violations.isEmpty { tally.damaged += 1 }
        for fault in lost + violations { tally.examples.append("\(name): \(fault)") }
      }
      return true
    }

    private mutating func holdsErasedKey(_ remains: Disk.Remains, _ promise: Promise) -> Bool {
      let keys = promise.erasedKeys
      if keys.isEmpty { return false }
      return remains.files.contains { name, bytes in
        let version = remains.versions[name].map { $0 + [keys.count] }
        if let version, free.contains(version) { return false }
        let isHeld = keys.contains { bytes.range(of: $0) != nil }
        if let version, !isHeld { free.insert(version) }
        return isHeld
      }
    }

    private mutating func digest(_ remains: Disk.Remains, _ promise: Promise) -> SHA256.Digest {
      var hash = SHA256()
      for folder in remains.folders { hash.update(data: Data(folder.utf8)) }
      for (name, bytes) in remains.files.sorted(by: { $0.key < $1.key }) {
        hash.update(data: Data(name.utf8))
        let version = remains.versions[name]
        let digest = version.flatMap { digests[$0] } ?? SHA256.hash(data: bytes)
        if let version { digests[version] = digest }
        hash.update(data: Data(digest))
      }
      hash.update(
        data: Data("\(promise.kept.sorted { $0.key < $1.key }) \(promise.erasedKeys)".utf8)
      )
      return hash.finalize()
    }
  }
}
