package io.daybook.gateway;

import java.util.Map;

/**
 * Which page to ask for next.
 *
 * @param number 1 for the first page of a run; 0 for the summary of its day
 * @param values what the provider needs to find the page, by placeholder: {@code page}, {@code
 *     cursor}
 */
public record PageRequest(int number, Map<String, String> values) {

  /** The number under which a day's summary is kept among its pages. */
  private static final int SUMMARY = 0;

  /** The request that comes after the last page, if the provider has a summary. */
  public static PageRequest ofSummary() {
    return new PageRequest(SUMMARY, Map.of());
  }

  /** Which of the provider's routes asks for it: {@code request-<kind>-<gateway>}. */
  public String kind() {
    return isSummary() ? "summary" : "page";
  }

  public boolean isSummary() {
    return number == SUMMARY;
  }

  public PageRequest {
    values = Map.copyOf(values);
  }

  PageRequest next(Map<String, String> nextValues) {
    return new PageRequest(number + 1, nextValues);
  }
}
