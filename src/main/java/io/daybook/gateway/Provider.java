package io.daybook.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybook.transaction.JsonTransactions;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one provider is asked for a day and how its answer is read: the bean that a provider's YAML
 * file declares, shared by all gateways of that provider. It holds nothing of an account.
 */
public final class Provider {
  private static final Set<String> PLACEHOLDERS =
      Set.of("from", "before-from", "to", "cursor", "page");

  private @Nullable QueryTemplate query;
  private @Nullable TimeForm time;
  private @Nullable Pages pages;
  private @Nullable JsonTransactions transactions;
  private @Nullable String declaredCount;
  private @Nullable DataUntil dataUntil;

  /**
   * The query of a page, with the placeholders {@code from}, {@code before-from} (for a "greater
   * than" bound), {@code to} and those of the pages: {@code cursor}, {@code page}.
   */
  public void setQuery(String query) {
    this.query = new QueryTemplate(query, PLACEHOLDERS);
  }

  /** How instants are written in the query: {@code epoch-seconds} or {@code instant}. */
  public void setTime(String time) {
    this.time = TimeForm.of(time);
  }

  public void setPages(Pages pages) {
    this.pages = pages;
  }

  public void setTransactions(JsonTransactions transactions) {
    this.transactions = transactions;
  }

  /** The answer's field that says how many transactions the whole day has; none if not set. */
  public void setDeclaredCount(String declaredCount) {
    this.declaredCount = declaredCount;
  }

  public Pages pages() {
    return Objects.requireNonNull(pages, "the provider's file sets no \"pages\"");
  }

  public JsonTransactions transactions() {
    return Objects.requireNonNull(transactions, "the provider's file sets no \"transactions\"");
  }

  /** Returns the encoded query string that asks for one page of a day. */
  public String query(BusinessDay day, PageRequest page) {
    TimeForm form = Objects.requireNonNull(time, "the provider's file sets no \"time\"");
    Map<String, String> values = new HashMap<>(page.values());
    values.put("from", form.format(day.from()));
    values.put("before-from", form.format(day.from().minus(form.unit())));
    values.put("to", form.format(day.to()));
    return Objects.requireNonNull(query, "the provider's file sets no \"query\"").fill(values);
  }

  /**
   * Returns the number of transactions that the answer declares for the whole day, or null if this
   * provider declares none.
   *
   * @throws GatewayAnswerException if it should but does not
   */
  public @Nullable Long declaredCount(PageSummary page) {
    if (declaredCount == null) {
      return null;
    }
    JsonNode count = page.find(declaredCount);
    if (count == null
        || !count.isIntegralNumber()
        || !count.canConvertToLong()
        || count.longValue() < 0) {
      throw new GatewayAnswerException(
          "\"%s\" is %s, not the number of transactions".formatted(declaredCount, count));
    }
    return count.longValue();
  }

  /**
   * The answer's field that says up to which instant the provider's data are complete: {@code iso
   * last_refreshed_datetime} or {@code epoch-seconds as_of}; none if not set.
   */
  public void setDataUntil(String dataUntil) {
    this.dataUntil = new DataUntil(dataUntil);
  }

  /** Throws NotReadyException if the answer says that the day is not complete yet. */
  public void checkReady(PageSummary page, BusinessDay day) {
    if (dataUntil != null) {
      dataUntil.check(page, day);
    }
  }
}
