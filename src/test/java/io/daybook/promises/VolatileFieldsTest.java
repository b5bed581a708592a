package io.daybook.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.Shell;
import io.daybook.proof.PlanSite;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a provider's file names as volatile is no change, and is kept as it was first received. */
class VolatileFieldsTest {
  private static final String MAPPING = "amount: amount";
  private static final String VOLATILE = MAPPING + "\n        volatile: fetched_at meta.seen\n";
  private static final String ROWS =
      "SELECT concat_ws(' ', transaction_id, version, amount_minor, payload->>'fetched_at') FROM transactions ORDER BY 1";
  private static final String VERSIONS =
      "SELECT concat_ws(' ', transaction_id, version, superseded_because) FROM transaction_versions ORDER BY 1";
  private static final String RUN =
      "SELECT concat_ws(' ', inserted, changed, corrected, unchanged) FROM runs ORDER BY run_id DESC LIMIT 1";

  private final PlanSite site = new PlanSite(UnaryOperator.identity());

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void another_value_in_them_alone_writes_nothing_and_the_day_stays_verified() {
    site.correct(MAPPING, VOLATILE);
    site.list(List.of(seen(1, 0), "{\"fetched_at\":1," + plain().substring(1)));
    site.store();
    List<String> before = site.tuples().stream().filter(t -> t.startsWith("transaction")).toList();
    site.list(List.of(seen(2, 0), plain()));
    site.store();
    assertThat(site.lines(RUN)).containsExactly("0 0 0 2");
    assertThat(site.tuples()).containsAll(before);
    assertThat(site.lines(ROWS)).containsExactly("p 1 100 1", "t 1 100 1");
    assertThat(verify()).startsWith("own 2024-07-10 verified");

    site.list(List.of(seen(3, 1), plain()));
    assertThat(site.type().lines())
        .containsSubsequence("  changed t because of the gateway", "    $.meta.count: 0 -> 1")
        .noneMatch(line -> line.contains("fetched_at"));
    site.store();
    assertThat(site.lines(VERSIONS)).containsExactly("t 1 gateway");
    assertThat(site.lines(ROWS)).containsExactly("p 1 100 1", "t 2 100 3");
  }

  @Test
  void a_corrected_mapping_is_told_apart_from_them() {
    site.correct(MAPPING, VOLATILE);
    site.list(List.of(seen(1, 0)));
    site.store();
    site.correct(MAPPING, "amount: net");
    site.list(List.of(seen(2, 0)));
    site.store();
    assertThat(site.lines(RUN)).containsExactly("0 1 1 0");
    assertThat(site.lines(VERSIONS)).containsExactly("t 1 mapping");
  }

  @Test
  void naming_them_later_makes_one_version_because_of_the_mapping_of_what_has_them() {
    site.list(List.of(seen(1, 0), plain()));
    site.store();
    site.correct(MAPPING, VOLATILE);
    assertThat(verify()).contains("1 transactions are mapped otherwise now");
    site.list(List.of(seen(2, 0), plain()));
    assertThat(site.type().lines())
        .contains(
            "  changed t because of the mapping: other fields of it are volatile than when it was stored");
    site.store();
    assertThat(site.lines(RUN)).containsExactly("0 1 1 1");
    assertThat(site.lines(VERSIONS)).containsExactly("t 1 mapping");
    site.list(List.of(seen(3, 0), plain()));
    site.store();
    assertThat(site.lines(RUN)).containsExactly("0 0 0 2");
    assertThat(verify()).startsWith("own 2024-07-10 verified");
  }

  @Test
  void a_field_that_a_column_is_read_from_cannot_be_one() {
    site.correct(MAPPING, MAPPING + "\n        volatile: fetched_at created\n");
    Shell.Result check = new Shell(site.world()).type("check");
    assertThat(check.exitCode()).isEqualTo(1);
    assertThat(check.out())
        .contains(
            "own.camel.yaml", "\"created\" is volatile, and a column is read from \"created\"");
  }

  private static String seen(int fetchedAt, int count) {
    return PlanSite.transaction(
        "t",
        100,
        -100,
        ",\"fetched_at\":%d,\"meta\":{\"seen\":%d,\"count\":%d}"
            .formatted(fetchedAt, fetchedAt, count));
  }

  private static String plain() {
    return PlanSite.transaction("p", 100, -100, "");
  }

  private String verify() {
    return new Shell(site.world()).type("verify", PlanSite.DATE.toString()).out();
  }
}
