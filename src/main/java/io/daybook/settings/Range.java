package io.daybook.settings;

/** The whole numbers that a setting allows, both ends included. */
record Range(long min, long max) {

  Range {
    if (min > max) {
      throw new IllegalArgumentException("Range from " + min + " to " + max + " is empty");
    }
  }

  /** Refuses a value outside, naming it. */
  void check(String name, long value) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(name + " is " + value + ", not " + words());
    }
  }

  String words() {
    return "a whole number from " + min + " to " + max;
  }
}
