package io.daybook.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybook.message.Excerpt;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Pages that start after the last transaction of the page before, as with Stripe ({@code
 * starting_after}, {@code has_more}). The query's {@code {cursor}} is empty for the first page.
 */
public final class CursorPages implements Pages {
  private static final String LANDMARK = "landmark";

  /** Above what any provider uses; it becomes part of the next request's first line. */
  private static final int CHARACTERS_MAX = 1_000;

  private String cursor = "";
  private String more = "";

  /** The field of a transaction that the next page starts after. */
  public void setCursor(String cursor) {
    this.cursor = cursor;
  }

  /** The answer's field, true or false, that says whether there is a next page. */
  public void setMore(String more) {
    this.more = more;
  }

  @Override
  public PageRequest first() {
    return new PageRequest(1, Map.of());
  }

  @Override
  public Map<String, String> reads(String records) {
    return Map.of("cursor", records + "." + cursor, "more", more);
  }

  @Override
  public @Nullable PageRequest next(PageRequest current, PageSummary read) {
    JsonNode hasMore = read.find(more);
    if (hasMore == null || !hasMore.isBoolean()) {
      throw new GatewayAnswerException(
          "\"%s\" is %s, neither true nor false: whether there is a next page is not known"
              .formatted(more, hasMore));
    }
    return hasMore.booleanValue() ? current.next(cursors(current, after(current, read))) : null;
  }

  /** A landmark set at every power of two meets each circle, however long (Brent's method). */
  private static Map<String, String> cursors(PageRequest current, String cursor) {
    boolean landmark = Integer.bitCount(current.number()) == 1;
    String last = landmark ? cursor : current.values().getOrDefault(LANDMARK, cursor);
    return Map.of("cursor", cursor, LANDMARK, last);
  }

  private String after(PageRequest current, PageSummary read) {
    JsonNode value = read.last() == null ? null : read.last().get(cursor);
    if (value == null || !value.isTextual() || value.textValue().isEmpty()) {
      throw new GatewayAnswerException(
          "\"%s\" is true, but the page has no last transaction with \"%s\" to go on from"
              .formatted(more, cursor));
    }
    if (value.textValue().length() > CHARACTERS_MAX || !isText(value.textValue())) {
      throw new GatewayAnswerException(
          "the cursor \"%s\" is longer than %d characters or no text: it cannot be asked for"
              .formatted(Excerpt.of(value.textValue()), CHARACTERS_MAX));
    }
    if (value.textValue().equals(current.values().get("cursor"))
        || value.textValue().equals(current.values().get(LANDMARK))) {
      throw new GatewayAnswerException(
          "the cursor \"%s\" repeats: asking on would never end".formatted(value.textValue()));
    }
    return value.textValue();
  }

  /** Half a surrogate pair would be asked for as a question mark, which is another cursor. */
  private static boolean isText(String cursor) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(cursor);
  }
}
