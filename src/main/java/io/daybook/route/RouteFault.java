package io.daybook.route;

/**
 * A fault of a route file: where it stands, and what is wrong with what to do about it. Lines count
 * from 1.
 */
public record RouteFault(String file, int line, String reason) {

  /** Returns the fault in the form that editors and terminals make a link of. */
  @Override
  public String toString() {
    return file + ":" + line + ": " + reason;
  }
}
