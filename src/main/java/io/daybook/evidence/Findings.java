package io.daybook.evidence;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a day; the first ones in words, all of them counted. */
final class Findings {
  private static final int SHOWN_MAX = 10;

  private final List<String> shown = new ArrayList<>();
  private long count;

  void add(String finding) {
    count++;
    if (shown.size() < SHOWN_MAX) {
      shown.add(finding);
    }
  }

  boolean isEmpty() {
    return count == 0;
  }

  List<String> words() {
    List<String> words = new ArrayList<>(shown);
    if (count > shown.size()) {
      words.add("and %d more".formatted(count - shown.size()));
    }
    return words;
  }
}
