package io.daybook.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.Application;
import io.daybook.command.Shell;
import io.daybook.testing.OwnGateways;
import io.daybook.testing.Traces;
import io.daybook.testing.World;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a provider's file names as personal is kept nowhere, whatever the gateway answers. */
class MaskedFieldsTest {
  private static final String PERSONAL = "PERSONAL";
  private static final LocalDate DATE = World.YESTERDAY;

  private final World world = new World().with("daybook.worker.attempts", "1");
  private final OwnGateways gateways =
      new OwnGateways(world).provider("own", MaskedFieldsTest::masking).add("own", "own");
  private final Watch watch = new Watch(world);
  private final Traces traces = new Traces(world);
  private int asked;

  private static String masking(String file) {
    return file.replace(
        "occurredAt: iso created",
        "occurredAt: iso created\n        personal: billing.email card customer.name");
  }

  @AfterEach
  void close() {
    traces.close();
    world.close();
    gateways.close();
  }

  @Test
  void personal_values_of_stored_rejected_and_changed_transactions_are_kept_nowhere()
      throws IOException {
    list(
        transaction("plain", "paid", "\"card\":{\"number\":\"PERSONAL 1\"}"),
        transaction("number", "paid", "\"card\":[4,\"PERSONAL\"],\"billing\":{\"email\":null}"),
        transaction("array", "paid", "\"billing\":[{\"email\":\"PERSONAL 2\"}]"),
        transaction("escaped", "paid", "\"c\\u0061rd\":\"PERSONAL 3\""),
        transaction("bad", "disputed", "\"customer\":{\"name\":\"PERSONAL 4\"}"));
    Application first = world.start();
    ask(1);
    assertThat(watch.lines("SELECT payload::text FROM transactions WHERE transaction_id = 'array'"))
        .containsExactly(transaction("array", "paid", "\"billing\":[{\"email\":\"(masked)\"}]"));
    assertThat(watch.lines("SELECT convert_from(raw, 'UTF8') FROM rejected_transactions"))
        .containsExactly(transaction("bad", "disputed", "\"customer\":{\"name\":\"(masked)\"}"));
    first.close();

    list(
        transaction("plain", "paid", "\"card\":{\"number\":\"PERSONAL 7\"}"),
        transaction("number", "paid", "\"card\":1,\"billing\":{\"email\":null},\"PERSONA\":1"));
    world.later(Duration.ofHours(1)).start();
    ask(2);
    assertThat(watch.lines("SELECT concat_ws(' ', unchanged, changed) FROM runs ORDER BY run_id"))
        .containsExactly("0 0", "1 1");
    assertThat(new Shell(world).type("verify", DATE.toString()).out()).contains(" verified: ");
    assertNothingIsKept();
    assertThat(traces.of("PERSONA\":1")).hasSize(2).contains("transactions");
  }

  @Test
  void answers_that_fail_leave_no_personal_value_either() throws IOException {
    String record = transaction("t", "paid", "\"card\":\"PERSONAL 1\"");
    Map<LocalDate, String> answers =
        Map.of(
            DATE,
            "<html>PERSONAL 2 sent as JSON</html>",
            DATE.minusDays(1),
            "{\"total\":1,\"next\":null,\"data\":[" + record + ",{\"card\":\"PERS",
            DATE.minusDays(2),
            page(record.replace("\"card\":", "\"card\":\"PERSONAL 3\",\"card\":")),
            DATE.minusDays(3),
            "{\"customer\":{\"name\":\"PERSONAL 4\"},\"next\":null}",
            DATE.minusDays(4),
            page(record.replace("\"PERSONAL 1\"", "PERSONAL")),
            DATE.minusDays(5),
            "{\"error\":{\"card\":\"PERSONAL 5\"}}",
            DATE.minusDays(6),
            page(record) + "PERSONAL",
            DATE.minusDays(7),
            "{\"error\":{\"card\":\"PERSONAL 6\"},\"because\":[]}",
            DATE.minusDays(8),
            "no JSON but PERSONAL 7");
    answers.forEach((date, answer) -> gateways.page("own", date, 1, answer));
    gateways.status("own", DATE.minusDays(7), 500);
    gateways.status("own", DATE.minusDays(8), 400);
    world.start();
    answers.keySet().forEach(date -> world.queues().send("own", Watch.day("own", date)));
    watch.until(answers.size(), "SELECT count(*) FROM dead_letters WHERE sent_at IS NOT NULL");
    watch.untilNothingIsAsked();
    List<String> errors =
        watch.lines("SELECT error FROM days WHERE gateway = 'own' ORDER BY business_date DESC");
    List<String> expected =
        List.of(
            "it is not valid JSON: Unexpected character (…) at byte 1",
            "it is not valid JSON: Unexpected end-of-input",
            "Duplicate field",
            "it has no array \"data\"",
            "it is not valid JSON: Unrecognized token …) at byte",
            "it has no array \"data\", only [error]: {\"card\":\"(masked)\"}",
            "it is not valid JSON: Unrecognized token …)",
            "status 500: {\"error\":{\"card\":\"(masked)\"},\"because\":[]}",
            "status 400: ");
    assertThat(errors).hasSize(expected.size());
    IntStream.range(0, errors.size())
        .forEach(i -> assertThat(errors.get(i)).contains(expected.get(i)));
    assertNothingIsKept();
    assertThat(traces.of("\"id\":\"t\"")).as("what was read before").isNotEmpty();
  }

  private void assertNothingIsKept() throws IOException {
    assertThat(traces.of(PERSONAL)).isEmpty();
    assertThat(traces.of("(masked)")).isNotEmpty();
  }

  private void ask(int succeeded) {
    world.queues().send("own", Watch.day("own", DATE), "asked-" + asked++);
    watch.untilSucceeded(succeeded);
  }

  private void list(String... transactions) {
    gateways.list("own", DATE, List.of(transactions));
  }

  private static String page(String record) {
    return OwnGateways.pageOf(1, "null", List.of(record));
  }

  private static String transaction(String id, String status, String more) {
    return "{\"id\":\"%s\",\"status\":\"%s\",\"amount\":100,\"currency\":\"SAR\",\"created\":\"%sT12:00:00Z\",%s}"
        .formatted(id, status, DATE, more);
  }
}
