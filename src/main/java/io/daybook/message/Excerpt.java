package io.daybook.message;

/** A short, printable piece of a text that somebody else wrote, for logs and errors. */
public final class Excerpt {
  private static final int CHARACTERS_MAX = 100;

  private Excerpt() {}

  public static String of(String text) {
    return of(text, CHARACTERS_MAX);
  }

  public static String of(String text, int charactersMax) {
    String start = text.length() <= charactersMax ? text : text.substring(0, charactersMax) + "…";
    return start.replaceAll("[^\\P{C}]|[\\x{FFFE}\\x{FFFF}]", "?");
  }
}
