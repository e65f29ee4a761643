/// A guide with every kind of turn.
public enum SmallGuide {
  /// The guide, as it is written.
  public static let text = """
    title: Tea
    kind: education
    for: everybody
    reviewed: 2026-11-21
    review-by: 2027-05-21
    update-policy: Read again every year.
    author: not yet reviewed by a clinician
    funding: none

    // What every guide of the house must say is left out here.
    # first: Tea

    ? tea: Do you drink tea?
      ( ) yes: Yes
        tell: I drink tea.
      ( ) no: No
      ( ) unsure: I am not sure

    when tea is yes or unsure:
      ? cups: How many cups a day?
        [number 0 to 10 cups]

    => many when cups is at least 4


    # last: The end
    Thank you.

    ## many: Many cups
    That is many.

    """
}
