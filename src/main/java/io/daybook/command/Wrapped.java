package io.daybook.command;

import java.util.ArrayList;
import java.util.List;

/** A text in lines that end between words; a word that is longer than a line keeps its own. */
final class Wrapped {
  private Wrapped() {}

  static List<String> of(String text, int columnsMax) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+", -1)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > columnsMax) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
