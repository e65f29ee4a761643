// swift-tools-version: 6.2

import PackageDescription

// One section for each target, in the order data flows: a target depends only on targets above it.
let package = Package(
  name: "beforehand",
  products: [
    // Preloaded by the campaigns against the journal; nothing links it.
    .library(name: "DiskProbe", type: .dynamic, targets: ["DiskProbe"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
  ],
  targets: [
    .target(name: "SourceText"),
    .target(name: "Phrases", dependencies: ["SourceText"]),
    .target(name: "Documents", dependencies: ["SourceText"]),
    .target(name: "CallsForHelp"),
    .target(name: "GuideSyntax", dependencies: ["SourceText"]),
    .target(
      name: "GuideCheck",
      dependencies: ["CallsForHelp", "GuideSyntax", "SourceText"],
      resources: [.embedInCode("Guides"), .embedInCode("Places")]
    ),
    .target(
      name: "GuideRules",
      dependencies: ["CallsForHelp", "GuideCheck", "GuideSyntax", "Phrases", "SourceText"]
    ),
    .target(name: "GuideEngine", dependencies: ["GuideCheck", "Phrases", "SourceText"]),
    .target(
      name: "GuideProof",
      dependencies: ["GuideCheck", "GuideEngine", "Phrases", "SourceText"]
    ),
    .target(
      name: "GuideReview",
      dependencies: [
        "Documents", "GuideCheck", "GuideEngine", "GuideProof", "Phrases", "SourceText",
      ]
    ),
    .target(
      name: "Reports",
      dependencies: ["Documents", "GuideCheck", "GuideEngine", "Phrases", "SourceText"]
    ),
    .target(name: "Files"),
    .target(
      name: "ContentFolder",
      dependencies: [
        "Files", "GuideCheck", "GuideSyntax", "Phrases", "SourceText",
        .product(name: "Crypto", package: "swift-crypto"),
      ]
    ),
    .target(
      name: "Journal",
      dependencies: [
        "Files", "GuideCheck", "GuideEngine", "SourceText",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ]
    ),
    .target(
      name: "SessionCore",
      dependencies: [
        "CallsForHelp", "Documents", "GuideCheck", "GuideEngine", "Phrases", "Reports",
        "SourceText",
      ]
    ),
    .target(
      name: "SessionRecording",
      dependencies: [
        "Documents", "Files", "GuideCheck", "GuideEngine", "Journal", "Phrases", "SessionCore",
        "SourceText",
      ]
    ),
    .target(name: "CLibEdit", linkerSettings: [.linkedLibrary("edit")]),
    .target(
      name: "Terminal",
      dependencies: ["CLibEdit", "Documents", "SessionCore", "SourceText"]
    ),
    .target(
      name: "Authoring",
      dependencies: [
        "ContentFolder", "Documents", "Files", "GuideCheck", "GuideEngine", "GuideProof",
        "GuideReview", "GuideRules", "GuideSyntax", "SessionCore", "SourceText",
      ],
      plugins: ["ExplanationsPlugin"]
    ),
    .executableTarget(
      name: "beforehand",
      dependencies: [
        "Authoring", "ContentFolder", "Documents", "Files", "GuideCheck", "GuideEngine",
        "GuideReview", "Journal", "Phrases", "Reports", "SessionCore", "SessionRecording",
        "SourceText", "Terminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Subprocess", package: "swift-subprocess"),
      ],
      exclude: ["Schemas"],
      resources: [.embedInCode("HANDBOOK.md")]
    ),

    // What `explain` says, written when the program is built: from the sources and the goldens.
    .executableTarget(
      name: "embed",
      dependencies: ["SourceText"],
      path: "Sources/Explanations/Embed"
    ),
    .plugin(
      name: "ExplanationsPlugin",
      capability: .buildTool(),
      dependencies: ["embed"],
      path: "Sources/Explanations/Plugin"
    ),

    // One test target for each library, in the same order; then those that run the built program.
    .testTarget(name: "SourceTextTests", dependencies: ["SourceText"]),
    .testTarget(name: "PhrasesTests", dependencies: ["Phrases", "SourceText"]),
    .testTarget(name: "DocumentsTests", dependencies: ["Documents", "SourceText", "TestSupport"]),
    .testTarget(
      name: "CallsForHelpTests",
      dependencies: ["CallsForHelp", "GuideCheck", "SourceText", "TestSupport"]
    ),
    .testTarget(
      name: "GuideSyntaxTests",
      dependencies: ["GuideSyntax", "SourceText", "TestSupport"]
    ),
    .testTarget(
      name: "GuideCheckTests",
      dependencies: ["GuideCheck", "GuideRules", "GuideSyntax", "SourceText", "TestSupport"]
    ),
    .testTarget(
      name: "GuideRulesTests",
      dependencies: ["GuideCheck", "GuideRules", "SourceText", "TestSupport"]
    ),
    .testTarget(
      name: "GuideEngineTests",
      dependencies: [
        "GuideCheck", "GuideEngine", "GuideSyntax", "Phrases", "SourceText", "TestSupport",
      ]
    ),
    .testTarget(
      name: "GuideProofTests",
      dependencies: [
        "Documents", "GuideCheck", "GuideEngine", "GuideProof", "GuideSyntax", "Phrases",
        "SessionCore", "SourceText", "TestSupport",
      ]
    ),
    .testTarget(
      name: "GuideReviewTests",
      dependencies: [
        "Documents", "GuideCheck", "GuideEngine", "GuideProof", "GuideReview", "SourceText",
        "TestSupport",
      ]
    ),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "Documents", "GuideCheck", "GuideEngine", "Phrases", "Reports", "SourceText", "TestSupport",
      ]
    ),
    .testTarget(name: "FilesTests", dependencies: ["Files", "TestSupport"]),
    .testTarget(
      name: "ContentFolderTests",
      dependencies: ["ContentFolder", "GuideCheck", "GuideSyntax", "SourceText", "TestSupport"]
    ),
    .testTarget(
      name: "SessionCoreTests",
      dependencies: [
        "CallsForHelp", "Documents", "GuideCheck", "GuideEngine", "Phrases", "Reports",
        "SessionCore",
        "SourceText", "TestSupport",
      ],
      exclude: ["Typed"]
    ),
    .testTarget(name: "TerminalTests", dependencies: ["SessionCore", "Terminal", "TestSupport"]),
    .testTarget(
      name: "TranscriptTests",
      dependencies: [
        "ContentFolder", "GuideCheck", "GuideEngine", "GuideRules", "GuideSyntax", "Journal",
        "SessionCore",
        "SourceText", "TestSupport",
      ]
    ),
    .testTarget(
      name: "HandbookTests",
      dependencies: [
        "ContentFolder", "Documents", "GuideCheck", "GuideEngine", "GuideProof", "GuideRules",
        "GuideSyntax",
        "SessionCore", "SourceText", "TestSupport",
      ]
    ),
    .testTarget(
      name: "SessionRecordingTests",
      dependencies: [
        "Documents", "GuideCheck", "GuideEngine", "GuideProof", "Journal", "Phrases", "Reports",
        "SessionCore", "SessionRecording", "SourceText", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]
    ),
    .testTarget(
      name: "JournalTests",
      dependencies: [
        "GuideCheck", "GuideEngine", "GuideSyntax", "Journal", "SourceText", "TestSupport",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ]
    ),
    .testTarget(
      name: "AuthoringTests",
      dependencies: [
        "Authoring", "ContentFolder", "Documents", "GuideCheck", "GuideProof", "GuideReview",
        "GuideRules", "SessionCore", "SourceText", "TestSupport",
      ]
    ),
    .testTarget(name: "CommandTests", dependencies: ["TestSupport", "beforehand"]),
    .target(
      name: "TestSupport",
      dependencies: ["ContentFolder", "GuideCheck", "GuideRules", "GuideSyntax", "SourceText"],
      path: "Tests/TestSupport"
    ),
    .executableTarget(
      name: "journal-probe",
      dependencies: [
        "GuideEngine", "Journal", "JournalRows", "TestSupport",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      path: "Tests/JournalProbe"
    ),
    .target(
      name: "JournalRows",
      path: "Tests/JournalRows",
      linkerSettings: [.linkedLibrary("sqlite3")]
    ),
    .target(name: "DiskProbe", path: "Tests/DiskProbe"),
    .executableTarget(
      name: "prompt-probe",
      dependencies: ["Terminal"],
      path: "Tests/PromptProbe"
    ),
    .executableTarget(
      name: "proof-probe",
      dependencies: ["GuideCheck", "GuideProof"],
      path: "Tests/ProofProbe"
    ),
    .executableTarget(
      name: "fuzz",
      dependencies: ["GuideCheck", "GuideProof", "SourceText", "TestSupport"],
      path: "Tests/Fuzz"
    ),

    // Goals and figures: `Scripts/measure` builds and runs it.
    .executableTarget(
      name: "measure",
      dependencies: [
        "CallsForHelp", "ContentFolder", "GuideCheck", "GuideEngine", "GuideProof", "GuideRules",
        "GuideSyntax", "Journal", "Phrases", "SourceText",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]
    ),
  ],
  swiftLanguageModes: [.v6]
)

let inC = ["CLibEdit", "DiskProbe", "JournalRows"]
for target in package.targets where !inC.contains(target.name) && target.type != .plugin {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
  ]
}
