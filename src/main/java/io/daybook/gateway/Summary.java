package io.daybook.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybook.transaction.DeclaredTotals;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request of its own, to another source of the provider than the list of transactions, which
 * declares the totals of a day. The route template {@code <provider>-summary} makes it.
 */
public final class Summary {
  private @Nullable QueryTemplate query;
  private @Nullable String count;
  private @Nullable DeclaredTotals totals;

  /** The query, with the placeholders of the provider's own. */
  public void setQuery(String query) {
    this.query = new QueryTemplate(query, Provider.PLACEHOLDERS);
  }

  /** The field that says how many transactions the whole day has; else the totals' own counts. */
  public void setCount(String count) {
    this.count = count;
  }

  public void setTotals(DeclaredTotals totals) {
    this.totals = totals;
  }

  /** Returns each path that is read, from the answer's outermost object. */
  List<String> reads() {
    return Stream.concat(
            Stream.ofNullable(count), totals == null ? Stream.of() : totals.reads().stream())
        .toList();
  }

  QueryTemplate query() {
    return Objects.requireNonNull(query, "the summary's bean sets no \"query\"");
  }

  /**
   * Returns what the summary declares. A day without transactions is declared by a count of zero.
   *
   * @throws GatewayAnswerException if it does not say
   */
  public Declared read(JsonNode answer) {
    Declared declared =
        new Declared(
            count == null ? null : Declarations.count(count, at(answer, count)),
            totals == null ? List.of() : Declarations.totals(totals, at(answer, totals.totals())),
            false,
            true);
    if (declared.count() == null) {
      throw new GatewayAnswerException("the summary declares no number of transactions");
    }
    return declared.count() == 0 ? declared.withZero() : declared;
  }

  private static @Nullable JsonNode at(JsonNode answer, String path) {
    JsonNode value = path.isEmpty() ? answer : answer.at("/" + path.replace('.', '/'));
    return value.isMissingNode() ? null : value;
  }
}
