package io.daybook.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.Application;
import io.daybook.testing.OwnGateways;
import io.daybook.testing.World;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What proves a day, what contradicts a proof, and what is no longer there. */
class ProvenDayTest {
  private static final LocalDate DATE = World.YESTERDAY;
  private static final String BEANS = "    - name: %s\n      type: io.daybook.gateway.Provider";
  private static final String NO_COUNT = "\n *declaredCount: total";

  private final World world = new World();
  private final OwnGateways gateways = new OwnGateways(world);
  private final Watch watch = new Watch(world);
  private int asked;

  @AfterEach
  void close() {
    world.close();
    gateways.close();
  }

  @Test
  void declared_sums_prove_a_day_within_their_tolerance_and_contradict_it_beyond() {
    gateways.provider("totalled", ProvenDayTest::totalled).add("own", "totalled");
    totalled(3, "{\"currency\":\"SAR\",\"count\":3,\"amount\":302}");
    download(Duration.ZERO);
    assertThat(day()).isEqualTo("sealed declared-count 3");
    assertThat(totals()).containsExactly("SAR declared 3/302 stored 3/300");

    totalled(3, "{\"currency\":\"SAR\",\"count\":3,\"amount\":303}");
    download(Duration.ZERO);
    assertThat(day()).isEqualTo("mismatch 3");
    assertThat(watch.lines("SELECT error FROM days"))
        .containsExactly(
            "the gateway declares 3 transactions of 303 minor units of SAR and listed 3 of 300");
    assertThat(watch.number("SELECT count(*) FROM seals WHERE invalid_since IS NOT NULL")).isOne();

    totalled(
        2,
        "{\"currency\":\"SAR\",\"count\":2,\"amount\":200},{\"currency\":\"KWD\",\"count\":1,\"amount\":1}");
    download(Duration.ZERO);
    assertThat(day()).isEqualTo("mismatch 3");
  }

  @Test
  void another_source_of_the_provider_proves_a_day_and_says_when_there_was_nothing() {
    gateways.provider("summed", ProvenDayTest::summed).add("own", "summed");
    gateways.list("own", DATE, transactions(3));
    gateways.summary("own", DATE, "{\"count\":4}");
    download(Duration.ZERO);
    assertThat(day()).isEqualTo("mismatch 3");
    gateways.summary("own", DATE, "{\"count\":3}");
    download(Duration.ZERO);
    assertThat(day()).isEqualTo("sealed control-total 3");

    LocalDate quiet = DATE.minusDays(1);
    gateways.list("own", quiet, List.of());
    gateways.summary("own", quiet, "{\"count\":0}");
    ask(quiet);
    assertThat(day(quiet)).isEqualTo("sealed explicit-zero 0");
  }

  @Test
  void a_later_look_that_finds_nothing_new_proves_a_day_but_never_an_empty_one() {
    plain();
    LocalDate empty = DATE.minusDays(1);
    gateways.list("own", DATE, transactions(3));
    gateways.list("own", empty, List.of());
    download(Duration.ZERO);
    ask(empty);
    ask(DATE);
    assertThat(day()).as("a second look at once proves nothing").isEqualTo("stored 3");
    assertThat(
            watch.lines(
                "SELECT to_char(next_check_at AT TIME ZONE 'UTC', 'DD HH24') FROM days WHERE business_date = ?",
                DATE))
        .containsExactly("12 00");

    download(Duration.ofDays(2));
    ask(empty);
    assertThat(day()).isEqualTo("sealed quiet-recheck 3");
    assertThat(day(empty)).isEqualTo("stored 0");
    assertThat(watch.number("SELECT count(*) FROM transactions WHERE version > 1")).isZero();
  }

  @Test
  void what_a_later_download_lacks_is_marked_as_vanished_and_comes_back_as_a_new_version() {
    plain();
    gateways.list("own", DATE, transactions(3));
    download(Duration.ZERO);
    download(Duration.ofDays(2));
    gateways.list("own", DATE, transactions(2));
    ask(DATE);
    assertThat(day()).isEqualTo("stored 2");
    assertThat(watch.lines("SELECT transaction_id FROM transactions WHERE vanished_at IS NOT NULL"))
        .containsExactly("t-2");
    assertThat(watch.number("SELECT vanished FROM runs ORDER BY run_id DESC LIMIT 1")).isOne();
    assertThat(totals()).containsExactly("SAR declared -/- stored 2/200");
    ask(DATE);
    assertThat(day()).isEqualTo("sealed quiet-recheck 2");

    gateways.list("own", DATE, transactions(3));
    ask(DATE);
    assertThat(day()).isEqualTo("stored 3");
    assertThat(
            watch.lines(
                "SELECT version || ' ' || coalesce(superseded_because, 'now') FROM transaction_history WHERE transaction_id = 't-2' ORDER BY version"))
        .containsExactly("1 gateway", "2 now");
  }

  @Test
  void an_empty_list_for_a_day_that_is_stored_is_a_contradiction_and_marks_nothing() {
    plain();
    gateways.list("own", DATE, transactions(3));
    download(Duration.ZERO);
    gateways.list("own", DATE, List.of());
    ask(DATE);
    assertThat(day()).isEqualTo("mismatch 3");
    assertThat(watch.number("SELECT count(*) FROM transactions WHERE vanished_at IS NULL"))
        .isEqualTo(3);
  }

  @Test
  void a_corrected_mapping_makes_versions_because_of_itself_and_the_day_seals_again() {
    gateways.provider("counted", UnaryOperator.identity()).add("own", "counted");
    gateways.list("own", DATE, transactions(3));
    Application before = world.start();
    ask(DATE);
    before.close();
    gateways.correct("counted", "effect: paid=posted", "effect: paid=pending");
    world.start();
    ask(DATE);
    assertThat(day()).isEqualTo("sealed declared-count 3");
    assertThat(watch.lines("SELECT DISTINCT superseded_because FROM transaction_versions"))
        .containsExactly("mapping");
    assertThat(
            watch.lines(
                "SELECT changed || ' ' || corrected FROM runs ORDER BY run_id DESC LIMIT 1"))
        .containsExactly("3 3");
    assertThat(watch.number("SELECT count(*) FROM seals")).isEqualTo(2);
    assertThat(watch.number("SELECT count(*) FROM seals WHERE invalid_since IS NULL")).isOne();
  }

  @Test
  void ten_changes_make_ten_versions_and_each_instant_shows_what_was_stored_then() {
    plain();
    world.start();
    List<String> dumps = new ArrayList<>();
    List<String> instants = new ArrayList<>();
    for (int change = 1; change <= 10; change++) {
      gateways.list("own", DATE, List.of(transaction("t", 100 * change), transaction("u", 7)));
      ask(DATE);
      dumps.add(
          watch
              .lines(
                  "SELECT string_agg(transaction_id || version || amount_minor, ' ' ORDER BY transaction_id) FROM transactions")
              .get(0));
      instants.add(watch.lines("SELECT CAST(clock_timestamp() AS text)").get(0));
    }
    assertThat(watch.number("SELECT version FROM transactions WHERE transaction_id = 't'"))
        .isEqualTo(10);
    for (int i = 0; i < 10; i++) {
      assertThat(
              watch.lines(
                  """
                  SELECT string_agg(transaction_id || version || amount_minor, ' ' ORDER BY transaction_id)
                  FROM transaction_history
                  WHERE valid_from <= CAST(? AS timestamptz) AND valid_until > CAST(? AS timestamptz)
                  """,
                  instants.get(i),
                  instants.get(i)))
          .containsExactly(dumps.get(i));
    }
  }

  private void plain() {
    gateways.provider("plain", text -> text.replaceFirst(NO_COUNT, "")).add("own", "plain");
  }

  private static String totalled(String text) {
    String provider = BEANS.formatted("totalled");
    return text.replaceFirst("declaredCount: total", "declaredTotals: \"#bean:totalled-totals\"")
        .replace(
            provider,
            """
                - name: totalled-totals
                  type: io.daybook.transaction.DeclaredTotals
                  properties:
                    totals: sums
                    count: count
                    amount: amount
                    tolerance: SAR=2
            """
                + provider);
  }

  private static String summed(String text) {
    String provider = BEANS.formatted("summed");
    String template = text.substring(text.indexOf("- routeTemplate:"));
    String summary =
        template
            .replaceFirst("id: summed\n", "id: summed-summary\n")
            .replace("request-page-", "request-summary-")
            .replace("request-{{gateway}}", "request-summary-{{gateway}}-out")
            .replace("/transactions", "/summary");
    return text.replaceFirst("declaredCount: total", "summary: \"#bean:summed-summary\"")
            .replace(
                provider,
                """
                    - name: summed-summary
                      type: io.daybook.gateway.Summary
                      properties:
                        query: "from={from}"
                        count: count
                """
                    + provider)
        + "\n"
        + summary;
  }

  private void totalled(int count, String sums) {
    String page = OwnGateways.pageOf(count, "null", transactions(3));
    gateways.page("own", DATE, 1, page.replaceFirst("\\{", "{\"sums\":[" + sums + "],"));
  }

  private static List<String> transactions(int count) {
    return IntStream.range(0, count).mapToObj(i -> transaction("t-" + i, 100)).toList();
  }

  private static String transaction(String id, int amount) {
    return "{\"id\":\"%s\",\"status\":\"paid\",\"amount\":%d,\"currency\":\"SAR\",\"created\":\"%sT12:00:00Z\"}"
        .formatted(id, amount, DATE);
  }

  /** A first start, or one so much later; then the day is asked for. */
  private void download(Duration later) {
    world.later(later).startAnew();
    ask(DATE);
  }

  private void ask(LocalDate date) {
    long before = watch.number("SELECT count(*) FROM runs WHERE outcome = 'succeeded'");
    world.queues().send("own", Watch.day("own", date), "asked-" + asked++);
    watch.untilSucceeded(before + 1);
  }

  private String day() {
    return day(DATE);
  }

  private String day(LocalDate date) {
    return watch
        .lines(
            "SELECT concat_ws(' ', state, proof, transactions) FROM days WHERE business_date = ?",
            date)
        .get(0);
  }

  private List<String> totals() {
    return watch.lines(
        """
        SELECT format('%s declared %s/%s stored %s/%s', currency, coalesce(CAST(declared_count AS text), '-'),
                      coalesce(CAST(declared_minor AS text), '-'), stored_count, posted_minor)
        FROM day_totals ORDER BY currency
        """);
  }
}
