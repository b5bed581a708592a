package io.daybook.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybook.transaction.DeclaredTotals;
import io.daybook.transaction.JsonTransactions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one provider is asked for a day and how its answer is read: the bean that a provider's YAML
 * file declares, shared by all gateways of that provider. It holds nothing of an account.
 */
public final class Provider {
  static final Set<String> PLACEHOLDERS = Set.of("from", "before-from", "to", "cursor", "page");

  private @Nullable QueryTemplate query;
  private @Nullable TimeForm time;
  private @Nullable Pages pages;
  private @Nullable JsonTransactions transactions;
  private @Nullable String declaredCount;
  private @Nullable DeclaredTotals declaredTotals;
  private @Nullable String explicitZero;
  private @Nullable Summary summary;
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
    transactions.check();
    this.transactions = transactions;
  }

  /** The answer's field that says how many transactions the whole day has; none if not set. */
  public void setDeclaredCount(String declaredCount) {
    this.declaredCount = declaredCount;
  }

  /** Where the first answer declares the totals of the whole day per currency. */
  public void setDeclaredTotals(DeclaredTotals declaredTotals) {
    this.declaredTotals = declaredTotals;
  }

  /**
   * What the first answer says only of a day without any transaction: {@code meta.activity=none}. A
   * list's own count of zero is no such word.
   */
  public void setExplicitZero(String explicitZero) {
    if (!explicitZero.matches("[^=]+=[^=]+")) {
      throw new IllegalArgumentException(
          "explicitZero is \"" + explicitZero + "\", not of the form path=value");
    }
    this.explicitZero = explicitZero;
  }

  /** The second request, to another source of the provider, that declares the day's totals. */
  public void setSummary(Summary summary) {
    this.summary = summary;
  }

  public Pages pages() {
    return Objects.requireNonNull(pages, "the provider's file sets no \"pages\"");
  }

  public JsonTransactions transactions() {
    return Objects.requireNonNull(transactions, "the provider's file sets no \"transactions\"");
  }

  /**
   * Throws if a field that is read is one whose value is not kept.
   *
   * @throws IllegalArgumentException which names both
   */
  public void checkPersonal() {
    Reads reads = new Reads(transactions());
    reads.add(pages().reads(transactions().records()));
    reads.add("declaredCount", declaredCount);
    reads.add("explicitZero", explicitZero == null ? null : explicitZero.split("=", 2)[0].strip());
    reads.add("dataUntil", dataUntil == null ? null : dataUntil.field());
    reads.addAll("declaredTotals", declaredTotals == null ? List.of() : declaredTotals.reads());
    reads.addAll("summary", summary == null ? List.of() : summary.reads());
  }

  /** Returns the encoded query string that asks for one page of a day. */
  public String query(BusinessDay day, PageRequest page) {
    return fill(
        Objects.requireNonNull(query, "the provider's file sets no \"query\""), day, page.values());
  }

  private String fill(QueryTemplate template, BusinessDay day, Map<String, String> ofPage) {
    TimeForm form = Objects.requireNonNull(time, "the provider's file sets no \"time\"");
    Map<String, String> values = new HashMap<>(ofPage);
    values.put("from", form.format(day.from()));
    values.put("before-from", form.format(day.from().minus(form.unit())));
    values.put("to", form.format(day.to()));
    return template.fill(values);
  }

  /** Returns the encoded query string that asks for a day's summary. */
  public String summaryQuery(BusinessDay day) {
    Summary asked = Objects.requireNonNull(summary, "the provider's file sets no \"summary\"");
    return fill(asked.query(), day, Map.of());
  }

  /** Where the day's totals are asked for apart from its transactions; null if nowhere. */
  public @Nullable Summary summary() {
    return summary;
  }

  /**
   * Returns what the first answer declares about the whole day.
   *
   * @throws GatewayAnswerException if it should but does not
   */
  public Declared declared(PageSummary page) {
    return new Declared(
        declaredCount == null ? null : Declarations.count(declaredCount, page.find(declaredCount)),
        declaredTotals == null
            ? List.of()
            : Declarations.totals(declaredTotals, page.find(declaredTotals.totals())),
        saysZero(page),
        false);
  }

  private boolean saysZero(PageSummary page) {
    if (explicitZero == null) {
      return false;
    }
    String[] condition = explicitZero.split("=", 2);
    JsonNode value = page.find(condition[0].strip());
    return value != null && value.isValueNode() && value.asText().equals(condition[1].strip());
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
