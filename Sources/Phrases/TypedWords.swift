/// The words that people type, in their language, and what they mean.
///
/// All are in the form used for comparison: in lowercase, without apostrophes and punctuation.
public protocol TypedWords {
  /// Other words that people type for commands.
  var otherCommandWords: [String: CommandWord] { get }
  /// What comes before a word that someone wants explained, as in `what is ketamine`.
  var definitionOpenings: [String] { get }
  /// What comes after it, as in `what does esketamine mean`.
  var definitionEndings: [String] { get }
  /// The words before a noun that do not belong to it.
  var articles: Set<String> { get }
  /// Words that ask for the next thing to read.
  var goingOnWords: Set<String> { get }
  /// Words for the end of what the person wants to do.
  var endingWords: Set<String> { get }
  /// Words that ask for another language.
  var otherLanguageWords: Set<String> { get }
  /// Words that ask to begin again.
  var startingOverWords: Set<String> { get }
  /// The first words of a question to the program.
  var questionWords: Set<String> { get }

  /// The first words of labels that mean yes.
  var yesLabels: Set<String> { get }
  /// The first words of labels that mean no.
  var noLabels: Set<String> { get }
  /// Words for yes.
  var yesWords: Set<String> { get }
  /// Words for no.
  var noWords: Set<String> { get }
  /// Words of someone who does not know the answer.
  var unsureWords: Set<String> { get }
  /// Words in front of a choice that do not change it, as in `option 2`.
  var choiceOpenings: Set<String> { get }
  /// Words after the place of a choice, as in `the first one`.
  var choiceEndings: Set<String> { get }
  /// Words for the places in a list: `first` is 1.
  var ordinals: [String: Int] { get }
  /// Words for the last place in a list.
  var lastWords: Set<String> { get }

  /// Words between the parts of a list.
  var listWords: Set<String> { get }
  /// Words between the ends of a range.
  var rangeWords: Set<String> { get }
  /// Words for all of the choices.
  var allWords: Set<String> { get }
  /// Words for nothing to say now.
  var laterWords: Set<String> { get }
  /// Words that send a line as an answer after it opened help.
  var sendWords: Set<String> { get }
  /// Words for none of the choices.
  var noneWords: Set<String> { get }

  /// The numbers below 100 that are one word, and `zero`.
  var smallNumbers: [String: Int] { get }
  /// Words that multiply the number before them.
  var multipliers: [String: Int] { get }
  /// Words for nothing, where a number is asked for.
  var zeroWords: Set<String> { get }
  /// Words around a number that do not change it, as in `about 450 dollars`.
  var numberFillers: Set<String> { get }
  /// Words for what is counted, which do not change a number where things are counted.
  var countWords: Set<String> { get }
  /// Words and signs for money, which do not change a number where an amount is asked for.
  var currencyWords: Set<String> { get }
  /// Words between two choices of which one is meant.
  var eitherWords: Set<String> { get }
  /// Words with which any answer can begin.
  var smallWords: Set<String> { get }
  /// Words that can turn an answer around.
  var turningWords: Set<String> { get }
  /// The words between a rating and the highest rating, as in `4 out of 5`.
  var outOf: [String] { get }
}

// The protocol above documents each phrase.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension English {
  public var otherCommandWords: [String: CommandWord] {
    var words: [String: CommandWord] = [:]
    for (command, others) in others {
      for word in others { words[word] = command }
    }
    return words
  }

  private var others: [(CommandWord, [String])] {
    [
      (
        .back,
        [
          "go back", "go back one", "previous", "prev", "previous question", "last question",
          "undo",
          "back up", "go back please", "previous page", "atras", "regresar", "oops", "wrong button",
          "i made a mistake", "that was wrong",
        ]
      ),
      (.define, ["glossary", "words explained", "what does this word mean"]),
      (
        .forget,
        [
          "erase", "erase my answers", "erase everything", "delete", "delete my answers",
          "delete everything", "forget me", "forget my answers", "forget everything",
        ]
      ),
      (
        .keep,
        [
          "keep my answers", "keep them", "keep it", "save my answers", "keep answers",
          "keep everything",
        ]
      ),
      (
        .menu,
        ["main menu", "topics", "home", "back to menu", "go to menu", "the menu", "menu please"]
      ),
      (
        .pause,
        [
          "break", "take a break", "i need a break", "wait", "hold on", "one moment", "one second",
          "just a minute", "hang on", "hang on a minute", "give me a minute", "rest",
        ]
      ),
      (
        .place,
        [
          "where", "where am i now", "how long", "how much longer", "how long is this",
          "how long does this take", "how long will this take", "how long is it",
          "how much is left",
          "how many more", "how many more questions", "how many are left", "how many questions",
          "how far", "how far am i", "progress", "am i almost done", "almost done", "how much more",
          "time left", "how long left", "how much time is left", "how much time",
          "are we there yet",
        ]
      ),
      (
        .quit,
        [
          "exit", "bye", "goodbye", "good bye", "leave", "close", "q", "log out", "logout",
          "sign out",
          "i want to leave", "i want to quit", "salir", "adios",
        ]
      ),
      (
        .repeat,
        [
          "again", "say again", "say that again", "read again", "read it again", "read this again",
          "repeat that", "repeat the question", "repeat please", "once more", "come again", "huh",
          "pardon", "reread", "show again", "show me again", "what was the question", "otra vez",
        ]
      ),
      (
        .review,
        [
          "my answers", "show my answers", "see my answers", "answers", "check my answers",
          "what did i say", "what did i answer", "summary",
        ]
      ),
      (.same, ["same as before", "keep the same", "no change", "unchanged", "as before"]),
      (
        .skip,
        [
          "pass", "skip it", "skip this", "skip question", "skip this question", "skip please",
          "rather not say", "rather not", "i would rather not say", "id rather not say",
          "id rather not", "i would rather not", "prefer not to say", "i prefer not to say",
          "prefer not to answer", "no answer", "no comment", "not applicable", "n a", "na",
          "does not apply", "doesnt apply", "leave it out", "leave blank", "leave it blank",
          "none of your business",
          "i dont want to say", "i dont want to answer", "dont want to say", "dont want to answer",
          "i do not want to say", "i do not want to answer", "next question", "omitir",
        ]
      ),
      (
        .sources,
        ["source", "where is this from", "who says so", "says who", "references", "citations"]
      ),
      (
        .stop,
        [
          "stop", "stop now", "stop it", "end here", "finish here", "finish now", "i want to stop",
          "im stopping",
        ]
      ),
      (
        .why,
        [
          "why do you ask", "why are you asking", "why ask", "why do you want to know",
          "why do you need to know", "why this question", "por que",
        ]
      ),
      (
        .words,
        [
          "words", "commands", "what can i type", "what can i do", "what do i type", "options",
          "what now", "how does this work", "how do i do this", "instructions", "what do i do",
          "what am i supposed to do", "how do i answer",
        ]
      ),
    ]
  }

  public var definitionOpenings: [String] {
    [
      "what is", "whats", "what are", "what does", "what do you mean by", "meaning of",
      "definition of",
      "define", "explain", "what s", "who is", "que es",
    ]
  }

  public var definitionEndings: [String] { ["mean", "means", "stand for", "meaning"] }

  public var articles: Set<String> { ["a", "an", "the", "this", "that"] }

  public var goingOnWords: Set<String> {
    [
      "next", "go on", "go", "continue", "ok", "okay", "k", "more", "keep reading", "read on",
      "keep going", "go ahead", "proceed", "forward", "onward", "move on", "lets go", "ready",
      "im ready", "i am ready", "got it", "next page", "next please", "continue please",
      "siguiente",
      "continuar", "enter", "press enter", "return", "read more", "show more", "and", "then",
    ]
  }

  public var endingWords: Set<String> {
    [
      "done", "i am done", "im done", "finish", "finished", "i am finished", "im finished", "end",
      "all done", "thats all", "that is all", "thats it", "nothing else", "no more", "no thanks",
      "no thank you", "enough", "looks good", "looks right", "all good", "listo",
    ]
  }

  public var otherLanguageWords: Set<String> {
    [
      "español", "espanol", "spanish", "en español", "en espanol", "in spanish", "habla español",
      "habla espanol", "hablas español", "no english", "no hablo ingles", "no hablo inglés",
      "other language", "another language", "language", "idioma", "french", "chinese", "vietnamese",
    ]
  }

  public var startingOverWords: Set<String> {
    [
      "start over", "restart", "start again", "from the beginning", "begin again", "reset",
      "go to the beginning", "go back to the beginning", "go to the start", "back to the start",
    ]
  }

  public var questionWords: Set<String> {
    [
      "what", "how", "why", "when", "who", "where", "which", "can", "could", "will", "would",
      "does",
      "do", "is", "are", "should", "am", "did", "has", "have", "whats", "hows",
    ]
  }

  public var yesLabels: Set<String> { ["yes"] }

  public var noLabels: Set<String> { ["no"] }

  public var yesWords: Set<String> {
    [
      "yes", "y", "yep", "yeah", "yup", "ya", "yea", "yess", "yes please", "yes i do", "yes i did",
      "yes i have", "yes i am", "yes we do", "yes it is", "yes sir", "yes maam", "yes definitely",
      "yesss", "yesh", "ys", "affirmative", "claro", "claro que si",
      "definitely", "of course", "absolutely", "si", "sí", "correct", "i do", "true",
      "that is right", "thats right",
    ]
  }

  public var noWords: Set<String> {
    [
      "no", "n", "nope", "nah", "no thanks", "no thank you", "no i dont", "no i do not",
      "no i havent",
      "no i have not", "no never", "not at all", "no im not", "no i am not", "no sir", "no maam",
      "no way", "i dont", "i do not", "never", "false", "nay", "noo", "nooo", "nop", "noope",
      "negative", "absolutely not", "definitely not", "of course not", "not really",
    ]
  }

  public var unsureWords: Set<String> {
    [
      "idk", "i dont know", "i do not know", "dont know", "do not know", "no idea",
      "i have no idea",
      "not sure", "unsure", "im not sure", "i am not sure", "dunno", "i dunno", "maybe", "no se",
      "no sé", "no clue", "cant say", "hard to say", "i cant remember", "i dont remember",
      "dont remember", "who knows", "not really sure", "i guess", "possibly", "perhaps",
      "uncertain",
      "i forget", "beats me", "cant remember", "im unsure", "i am unsure", "don t know",
      "i don t know", "unknown", "not certain",
    ]
  }

  public var choiceOpenings: Set<String> {
    [
      "option", "number", "choice", "answer", "num", "nr", "the", "i choose", "i pick",
      "i would choose", "id choose", "i will take", "ill take", "my answer is", "i say", "choose",
      "pick", "it is", "its", "select", "type", "press", "just", "only", "i want", "i think",
      "i think its", "i think it is", "start with", "go with", "numbers",
    ]
  }

  public var choiceEndings: Set<String> {
    [
      "one", "choice", "option", "answer", "please", "thing", "item", "only", "i think",
      "por favor",
    ]
  }

  public var ordinals: [String: Int] {
    [
      "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
      "eighth": 8, "ninth": 9, "tenth": 10, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5,
      "6th": 6, "7th": 7, "8th": 8, "9th": 9, "10th": 10, "top": 1, "uno": 1, "dos": 2, "tres": 3,
      "primero": 1, "segundo": 2,
    ]
  }

  public var lastWords: Set<String> { ["last", "bottom"] }

  public var listWords: Set<String> { ["and", "y", "plus", "also", "then", "n"] }

  public var rangeWords: Set<String> { ["to", "through", "thru", "until", "till", "or", "and"] }

  public var allWords: Set<String> {
    [
      "all", "all of them", "all of these", "all of the above", "everything", "every one",
      "all of it",
    ]
  }

  public var laterWords: Set<String> {
    ["nothing to say", "not now", "later", "maybe later", "never mind", "nevermind", "nada"]
  }

  public var sendWords: Set<String> {
    ["send", "send it", "send that", "sent", "snd", "it is my answer", "its my answer"]
  }

  public var noneWords: Set<String> {
    [
      "none", "none of them", "none of these", "none of the above", "nothing", "no", "neither",
      "not any", "nope", "none apply", "no one", "ninguno", "ninguna",
    ]
  }

  public var eitherWords: Set<String> { ["or", "o", "not", "except", "but", "without"] }

  public var smallWords: Set<String> {
    [
      "i", "im", "am", "is", "are", "a", "an", "the", "it", "its", "my", "we", "you", "have", "has",
      "do", "not", "to", "of", "in", "at", "on", "for", "and", "or", "this", "that", "there",
      "with", "be", "was", "will", "can",
    ]
  }

  public var turningWords: Set<String> {
    [
      "not", "but", "except", "without", "unless", "only", "sure", "idea", "clue", "answer",
      "response", "comment", "thanks", "thank", "more", "maybe", "unsure", "if", "or", "know",
    ]
  }
}
