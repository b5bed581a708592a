package io.daybook.route;

import java.util.List;
import java.util.regex.Pattern;

/** Rules about descriptions: a sentence for a route, a caption for a step. */
final class DescriptionRules {

  private static final int CAPTION_WORDS_MIN = 2;
  private static final int CAPTION_WORDS_MAX = 5;
  private static final int SENTENCE_WORDS_MIN = 3;
  private static final Pattern SECOND_SENTENCE = Pattern.compile("[.!?]\\s+\\p{Lu}|\\n");

  static final List<HouseRule> ALL =
      List.of(
          HouseRule.forEach(
              "route-description",
              e -> e.isEntry() && e.text("description").isEmpty(),
              e -> e.named() + " has no description; write one sentence that says what it does"),
          HouseRule.forEach(
              "one-sentence",
              e -> e.isOwner() && e.text("description").filter(d -> !isSentence(d)).isPresent(),
              e ->
                  e.named()
                      + " is not described in one sentence; say what it does, and why in a note"),
          HouseRule.forEach(
              "step-caption",
              e -> e.isStep() && e.text("description").filter(d -> !isCaption(d)).isPresent(),
              e ->
                  e.namedWithin()
                      + " has a description that is no caption; write two to five words,"
                      + " and the reason in a note"),
          HouseRule.forEach(
              "parameter-description",
              e -> isParameter(e) && e.text("description").isEmpty(),
              e ->
                  "parameter \""
                      + e.text("name").orElse("")
                      + "\" has no description; say what to set it to, and in which unit"));

  private DescriptionRules() {}

  private static boolean isParameter(Element element) {
    return element.key().isEmpty()
        && element.parentKey().equals("parameters")
        && element.above().above().key().equals("routeTemplate");
  }

  private static boolean isSentence(String text) {
    return words(text) >= SENTENCE_WORDS_MIN && !SECOND_SENTENCE.matcher(text.strip()).find();
  }

  private static boolean isCaption(String text) {
    return words(text) >= CAPTION_WORDS_MIN && words(text) <= CAPTION_WORDS_MAX;
  }

  private static int words(String text) {
    return text.isBlank() ? 0 : text.strip().split("\\s+", -1).length;
  }
}
