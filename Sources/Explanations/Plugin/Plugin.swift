import Foundation
import PackagePlugin

/// Runs `embed` to write the pages of `beforehand explain` again whenever their sources change.
@main
struct ExplanationsPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let root = context.package.directoryURL
    let sources = root.appending(path: "Sources")
    let goldens = root.appending(path: "Tests/Goldens")
    let output = context.pluginWorkDirectoryURL.appending(path: "Explanations.swift")
    // The folders are inputs so that added and removed files count as changes.
    let inputs = [sources, goldens].flatMap { folder in
      (FileManager.default.subpaths(atPath: folder.path) ?? []).sorted()
        .filter { name in
          let makesDiagnostics = name.contains("/Diagnostic+") || name.hasPrefix("GuideRules/")
          let isFactory = makesDiagnostics && name.hasSuffix(".swift")
          return isFactory || name.hasSuffix(".golden") || !name.contains(".")
        }
        .map { folder.appending(path: $0) }
    }
    return [
      .buildCommand(
        displayName: "Explanations",
        executable: try context.tool(named: "embed").url,
        arguments: [output.path, sources.path, goldens.path],
        inputFiles: inputs,
        outputFiles: [output]
      )
    ]
  }
}
