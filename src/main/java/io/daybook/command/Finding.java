package io.daybook.command;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One thing that check looked at.
 *
 * @param level whether it is in order; advice is not
 * @param text what, and what to do about it
 */
record Finding(Level level, String text) {

  enum Level {
    OK("ok"),
    ADVICE("advice"),
    FAULT("FAULT");

    private final String word;

    Level(String word) {
      this.word = word;
    }
  }

  static Finding ok(String text) {
    return new Finding(Level.OK, text);
  }

  static Finding advice(String text) {
    return new Finding(Level.ADVICE, text);
  }

  static Finding fault(String text) {
    return new Finding(Level.FAULT, text);
  }

  boolean isFault() {
    return level == Level.FAULT;
  }

  ObjectNode json() {
    return Json.object().put("level", level.word).put("text", text);
  }

  @Override
  public String toString() {
    return "%-6s %s".formatted(level.word, text);
  }
}
