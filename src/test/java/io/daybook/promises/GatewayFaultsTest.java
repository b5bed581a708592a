package io.daybook.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.sandbox.FaultyGateways;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * However a gateway misbehaves, what the documentation says comes of it; and once it is healed, the
 * day is complete.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatewayFaultsTest {
  private final FaultyDays days = new FaultyDays();

  static List<FaultRow> rows() {
    return FaultRow.all();
  }

  private static FaultRow row(String fault) {
    return rows().stream().filter(row -> row.fault().equals(fault)).findFirst().orElseThrow();
  }

  @BeforeAll
  void run() throws IOException {
    days.misbehave(rows());
    days.redrive(rows());
  }

  @AfterAll
  void close() {
    days.close();
  }

  @Test
  void each_fault_has_its_row_and_each_row_its_fault() {
    assertThat(rows())
        .extracting(FaultRow::fault)
        .containsExactlyInAnyOrderElementsOf(days.faults());
    assertThat(rows()).extracting(FaultRow::state).doesNotContain("sealed");
  }

  @ParameterizedTest
  @MethodSource("rows")
  void a_fault_has_the_outcome_that_the_documentation_says(FaultRow row) {
    assertThat(days.found(row).line())
        .as("%s: %s", row.fault(), days.found(row).day().get("error"))
        .isEqualTo(row.expected());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void a_day_is_complete_once_its_gateway_is_healed_and_it_is_redriven(FaultRow row) {
    assertThat(days.differences(row)).isEmpty();
    assertThat(days.now(row).line())
        .as("a gateway without a count proves a day by a second look that finds nothing new")
        .matches(
            (row.gateway().equals("moyasar") ? "sealed" : "(stored|sealed)") + ", , stored 250.*");
  }

  @Test
  void nothing_is_stored_that_no_gateway_has() {
    assertThat(days.differences()).isEmpty();
  }

  @Test
  void no_answer_leads_a_request_to_another_host_or_changes_it() {
    assertThat(days.requestsElsewhere()).isZero();
    assertThat(days.found(row("cookie")).requests())
        .allSatisfy(request -> assertThat(request.header("Cookie")).isEmpty());
    assertThat(days.found(row("camel-headers")).requests())
        .allSatisfy(request -> assertThat(request.method()).isEqualTo("GET"))
        .allSatisfy(request -> assertThat(request.path()).isEqualTo("/v1/balance_transactions"));
  }

  @Test
  void no_secret_is_written_down() {
    String key = FaultyGateways.secretKey("stripe");
    assertThat(days.errors())
        .isNotEmpty()
        .anySatisfy(error -> assertThat(error).contains("No account for ******"))
        .allSatisfy(error -> assertThat(error).doesNotContain(key, Faults.basic(key)));
  }

  @Test
  void a_gateway_that_asks_for_time_is_given_it() {
    assertThat(days.longestRun(row("503-retry-after-3-once"))).isBetween(seconds(3), seconds(30));
    assertThat(days.longestRun(row("503-retry-after-999999"))).isLessThan(seconds(30));
    assertThat(days.betweenRuns(row("503-retry-after-999999"))).isGreaterThan(seconds(2));
  }

  private static Duration seconds(int seconds) {
    return Duration.ofSeconds(seconds);
  }
}
