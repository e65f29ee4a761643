/// What a typed line says about how a person is.
public enum CallReading: Sendable, Hashable {
  /// It calls for help; `door` is the name of what it is about, or nil for help in general.
  case call(door: String?)
  /// It says that something is hard, without calling for help.
  case distress
}
