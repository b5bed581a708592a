package io.daybook.run;

/** A failure that knows which of the listed causes it is; what is not one is {@code internal}. */
public interface Failure {

  /**
   * The cause as operators see it on a day, a run and a dead letter, for example {@code not-due}.
   */
  String cause();
}
