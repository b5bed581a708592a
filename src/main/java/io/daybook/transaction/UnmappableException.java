package io.daybook.transaction;

/**
 * Thrown when a record cannot become a transaction. The record is kept as rejected; its neighbours
 * are stored.
 */
public final class UnmappableException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String rejection;

  UnmappableException(String rejection, String message) {
    super(message);
    this.rejection = rejection;
  }

  /**
   * Why, as a short fixed word: {@code missing-field}, {@code bad-value}, {@code unknown-value}.
   */
  public String rejection() {
    return rejection;
  }

  static UnmappableException missing(String field) {
    return new UnmappableException("missing-field", "\"" + field + "\" is missing");
  }

  static UnmappableException bad(String field, Object value, String expected) {
    return new UnmappableException(
        "bad-value", "\"" + field + "\" is " + shortened(value) + ", not " + expected);
  }

  static UnmappableException unknown(String field, String value, Object known) {
    return new UnmappableException(
        "unknown-value",
        "\"" + field + "\" is \"" + shortened(value) + "\"; the provider's file knows " + known);
  }

  private static String shortened(Object value) {
    String text = String.valueOf(value);
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }
}
