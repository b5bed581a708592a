package io.daybook.gateway;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a provider's pages follow each other. An answer that does not say clearly whether there is a
 * next page is an error: read as "no", it would end the day early and lose the rest.
 */
public interface Pages {

  PageRequest first();

  /**
   * Returns each path that is read, from the answer's outermost object, by the key that sets it.
   *
   * @param records the path of the array of transactions
   */
  Map<String, String> reads(String records);

  /**
   * Returns the page after the one that was read, or null if it was the last.
   *
   * @throws GatewayAnswerException if the answer does not say, or would lead round in a circle
   */
  @Nullable PageRequest next(PageRequest current, PageSummary read);
}
