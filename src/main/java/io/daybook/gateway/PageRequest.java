package io.daybook.gateway;

import java.util.Map;

/**
 * Which page to ask for next.
 *
 * @param number 1 for the first page of a run
 * @param values what the provider needs to find the page, by placeholder: {@code page}, {@code
 *     cursor}
 */
public record PageRequest(int number, Map<String, String> values) {

  public PageRequest {
    values = Map.copyOf(values);
  }

  PageRequest next(Map<String, String> nextValues) {
    return new PageRequest(number + 1, nextValues);
  }
}
