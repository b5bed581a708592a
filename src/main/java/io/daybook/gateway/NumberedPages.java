package io.daybook.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Pages with numbers from 1, where each says which comes next or null, as with Moyasar ({@code
 * meta.next_page}). How many transactions a page has is never assumed.
 */
public final class NumberedPages implements Pages {
  private String next = "";

  /** The answer's field that holds the next page's number, or null on the last page. */
  public void setNext(String next) {
    this.next = next;
  }

  @Override
  public PageRequest first() {
    return new PageRequest(1, Map.of("page", "1"));
  }

  @Override
  public Map<String, String> reads(String records) {
    return Map.of("next", next);
  }

  @Override
  public @Nullable PageRequest next(PageRequest current, PageSummary read) {
    JsonNode number = read.find(next);
    if (number == null || !(number.isNull() || isPageNumber(number))) {
      throw new GatewayAnswerException(
          "\"%s\" is %s, neither a page number nor null: whether there is a next page is not known"
              .formatted(next, number));
    }
    return number.isNull() ? null : following(current, number.longValue());
  }

  private static boolean isPageNumber(JsonNode number) {
    return number.isIntegralNumber() && number.canConvertToLong();
  }

  private PageRequest following(PageRequest current, long number) {
    if (number != current.number() + 1L) {
      throw new GatewayAnswerException(
          "\"%s\" is %d after page %d: pages would be skipped or read twice"
              .formatted(next, number, current.number()));
    }
    return current.next(Map.of("page", Long.toString(number)));
  }
}
