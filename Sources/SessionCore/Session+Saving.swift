import Documents
import GuideCheck
import GuideEngine
import Phrases
import Reports
import SourceText

/// Saving the page in a file, whether or not answers are kept.
extension Session {
  /// What is asked before a page is saved.
  enum SavingStep: Hashable, Sendable {
    /// In which form.
    case form
    /// Under which name.
    case name(PageForm)
    /// Whether the file that has this name already is replaced.
    case replacing(PageForm, name: String)
  }

  /// The effect of `save`, with what came after it.
  func saving(_ rest: String, _ attention: Attention) -> Plan {
    if setting.isKiosk { return asking([.note(RichText(phrases.notSavedHere))], attention) }
    if let (form, name) = typedFile(rest) {
      return saves(form, name, replacing: false, over: mode.underSaving, attention)
    }
    // Through a pipe, the page takes one line: nobody is asked.
    guard setting.isTerminal else {
      return asking([.note(RichText(phrases.howToSaveInOneLine))], attention)
    }
    return Plan(
      mode: .saving(.form, over: mode.underSaving),
      result: .shows(.question),
      attention: attention
    )
  }

  /// The reply to `print`.
  func printing(_ attention: Attention) -> Plan {
    if setting.isKiosk { return asking([.note(RichText(phrases.notSavedHere))], attention) }
    if savedPath == nil, !setting.isTerminal {
      return asking([.note(RichText(phrases.howToSaveInOneLine))], attention)
    }
    return asking([.note(RichText(phrases.howToPrint(savedPath)))], attention)
  }

  /// A file name with an ending that tells the form, with the word for large print in front of it or
  /// not; nil if it has no such ending.
  private func typedFile(_ typed: String) -> (PageForm, String)? {
    var name = typed.trimming(while: { $0.isWhitespace })
    let isLarge = name.lowercased().hasPrefix("\(phrases.largeWord) ")
    if isLarge {
      name = String(name.dropFirst(phrases.largeWord.count + 1)).trimming(while: { $0.isWhitespace }
      )
    }
    guard let form = Self.form(ofFile: name) else { return nil }
    if isLarge { return form == .text ? (.largePrint, name) : nil }
    return (form, name)
  }

  /// The form that the ending of a file name tells; nil for another ending.
  static func form(ofFile name: String) -> PageForm? {
    let lower = name.lowercased()
    if lower.hasSuffix(".txt"), lower.count > 4 { return .text }
    let isWeb = [".html", ".htm"].contains { lower.hasSuffix($0) && lower.count > $0.count }
    return isWeb ? .webPage : nil
  }

  // MARK: the questions

  /// What is asked before the page is saved.
  func savingQuestion(_ step: SavingStep) -> [Block] {
    switch step {
    case .form:
      let forms = PageForm.allCases.map { phrases.form($0) } + [phrases.doNotSave]
      return [.prompt(RichText(phrases.howToSave))] + numbered(forms)
    case .name(let form):
      let suggested = draftUse == .suggested ? phrases.fileName(for: form) : nil
      return [.prompt(RichText(phrases.whatFileName(suggested)))]
    case .replacing:
      return numbered([phrases.replaceFile, phrases.useAnotherName, phrases.doNotSave])
    }
  }

  private func numbered(_ labels: [String]) -> [Block] {
    labels.enumerated().map { .choice(String($0 + 1), RichText($1)) }
  }

  /// The effect of a line at one of these questions.
  mutating func answeringSaving(
    _ line: String,
    _ step: SavingStep,
    over mode: Mode,
    _ attention: Attention
  ) -> Plan {
    func picked(_ labels: [String]) -> Int? {
      switch ChoiceReading(labels, phrases).read(line) {
      case .choice(let place), .slip(let place): place
      case .inside, .noSuchNumber, .none, .several: nil
      }
    }
    switch step {
    case .form:
      let forms = PageForm.allCases
      let place = picked(forms.map { phrases.form($0) } + [phrases.doNotSave])
      guard let place else { return misfitInSaving(over: mode, attention) }
      if place == forms.count { return notSaving(over: mode, attention) }
      return goingOn(to: .name(forms[place]), over: mode, attention)
    case .name(let form):
      let name = line.trimming(while: { $0.isWhitespace })
      // Enter reads on; the name that is in the line is sent as it is.
      if name.isEmpty { return goingOn(to: step, over: mode, attention) }
      return saves(form, Self.named(name, form), replacing: false, over: mode, attention)
    case .replacing(let form, let name):
      switch picked([phrases.replaceFile, phrases.useAnotherName, phrases.doNotSave]) {
      case 0: return saves(form, name, replacing: true, over: mode, attention)
      case 1: return goingOn(to: .name(form), over: mode, attention)
      case 2: return notSaving(over: mode, attention)
      default: return misfitInSaving(over: mode, attention)
      }
    }
  }

  /// A name with the ending that its form needs to be opened by the right program.
  private static func named(_ name: String, _ form: PageForm) -> String {
    let ending = form == .webPage ? ".html" : ".txt"
    let last = name.split(separator: "/").last ?? ""
    return last.contains(".") ? name : name + ending
  }

  func goingOn(to step: SavingStep, over mode: Mode, _ attention: Attention) -> Plan {
    var attention = attention
    attention.misfits = 0
    var plan = Plan(
      mode: .saving(step, over: mode),
      result: .shows(.question),
      attention: attention
    )
    if case .name(let form) = step {
      plan.draft = Plan.Draft(line: phrases.fileName(for: form), use: .suggested)
    }
    return plan
  }

  private func notSaving(over mode: Mode, _ attention: Attention) -> Plan {
    var attention = attention
    attention.misfits = 0
    return Plan(
      notes: [.note(RichText(phrases.nothingSaved))],
      mode: mode,
      result: .shows(.wayOn),
      attention: attention
    )
  }

  private func misfitInSaving(over mode: Mode, _ attention: Attention) -> Plan {
    var attention = attention
    attention.misfits += 1
    if attention.misfits >= 3 { return notSaving(over: mode, attention) }
    return asking([], attention)
  }

  private func saves(
    _ form: PageForm,
    _ name: String,
    replacing: Bool,
    over mode: Mode,
    _ attention: Attention
  ) -> Plan {
    var attention = attention
    attention.misfits = 0
    let page = Page(
      of: library,
      walk,
      sources: library.sources,
      day: setting.today,
      fingerprint: setting.fingerprint(),
      handle: consent.kept?.name
    )
    let text = PageDocument(page, phrases).text(in: form)
    return Plan(
      result: .saves(
        SavedPage(name: name, text: text, replacesFile: replacing),
        form,
        over: mode
      ),
      attention: attention
    )
  }

  // MARK: the outcome

  /// The page was saved, and the session goes on where it was.
  mutating func pageSaved(
    at path: String,
    _ plan: Plan,
    _ shown: [Block]
  ) -> [LineEffect<RecordingRequest>] {
    savedPath = path
    return afterSaving(plan, shown + [.note(RichText(phrases.pageSaved(at: visible(path))))])
  }

  /// The page was not saved, and nothing is lost.
  mutating func pageNotSaved(
    _ problem: PageFileProblem,
    _ plan: Plan,
    _ shown: [Block]
  ) -> [LineEffect<RecordingRequest>] {
    guard case .saves(let page, let form, let ground) = plan.result else {
      return afterSaving(plan, shown)
    }
    let words = phrases.pageNotSaved(visible(page.name), problem)
    let notes = shown + [Block.note(RichText(words))]
    guard setting.isTerminal else { return afterSaving(plan, notes) }
    let isThere = problem == .exists
    return carryOut(
      Plan(
        notes: notes,
        mode: .saving(isThere ? .replacing(form, name: page.name) : .name(form), over: ground),
        result: .shows(.question),
        attention: plan.attention,
        draft: isThere ? nil : Plan.Draft(line: page.name, use: .replaced)
      )
    )
  }

  private mutating func afterSaving(
    _ plan: Plan,
    _ notes: [Block]
  ) -> [LineEffect<RecordingRequest>] {
    var mode = mode
    if case .saves(_, _, let ground) = plan.result { mode = ground }
    return carryOut(
      Plan(notes: notes, mode: mode, result: .shows(.wayOn), attention: plan.attention)
    )
  }
}
