package io.daybook.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.daybook.database.Migrations;
import io.daybook.settings.Settings;
import io.daybook.testing.World;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExplainCommandTest {
  private static final String DAY = "2024-07-10";

  private final World world =
      new World()
          .with("daybook.gateways", "stripe")
          .with("daybook.gateway.stripe.since", "2024-07-08")
          .with("daybook.gateway.stripe.zone", "Asia/Riyadh");
  private final Shell shell = new Shell(world);
  private final DayRows days = new DayRows(world);

  @BeforeEach
  void migrate() {
    Migrations.migrate(Settings.of(world.settings()).database());
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void tells_the_whole_story_of_a_day_on_one_screen() {
    aDayWithAStory();

    List<String> lines = explain(DAY).lines();

    assertThat(lines)
        .hasSizeLessThanOrEqualTo(45)
        .allMatch(line -> line.length() <= StoryPage.COLUMNS_MAX || line.startsWith("next: "));
    assertThat(String.join("\n", lines))
        .isEqualTo(
            """
            stripe 2024-07-10
            window      2024-07-10 00:00 to 2024-07-11 00:00 in Asia/Riyadh (24 hours)
                        2024-07-09T21:00:00Z to 2024-07-10T21:00:00Z, due from 2024-07-10T21:00:00Z
                        it was last asked for as a day in UTC
            asked       2024-07-11T02:15:00Z, request r-1: monthly check
            state       mismatch (accepted), stored 2024-07-12T02:16:00Z, 1 vanished from the gateway; declares
                        9, listed 8
            now         nobody is at work
            next check  2024-07-14T21:00:00Z
            accepted    2024-07-12T09:00:00Z, accepted by anna: the provider says 8
            runs        2 (2 downloads, 1 failed): 8 new, 0 changed (0 by a corrected mapping), 1 vanished
                        run  try  started               took       outcome    pages  bytes
                          1    1  2024-07-11T02:15:10Z  20 s       failed         0      0
                              0 fetched; host-1
                              gateway-unavailable: status 503
                          2    2  2024-07-12T02:15:00Z  1 min 0 s  succeeded      1   1000
                              8 new, 1 rejected, 1 vanished; host-2, request r-2, again
            totals      declared by the gateway, listed by its last whole download, stored
                        currency  declared  amount  listed  amount  stored  posted  amount
                        EUR              9   90.00       8   80.00       8       7   80.00
            rejected    1, and 0 that were stored later or are gone
                        id  run  page  position  cause                 error
                         1    2     1         4  rejected-transaction  no amount
            letters     1 dead letters, 1 open
                        id  state  failed at             attempts  redrives  error
                         1  open   2024-07-12T02:16:00Z         5         0  rejected-transaction: no amount
            seals       proof           run  declared  stored  sealed at             no longer valid since
                        declared-count    2         8       8  2024-07-11T02:16:00Z  2024-07-12T02:16:00Z

            2024-07-10 of stripe is not proven complete (declares 9, listed 8), and is accepted by anna: the
            provider says 8 (since 2024-07-12T09:00:00Z).
            next: nothing is left to type""");
  }

  @Test
  void says_what_proves_a_sealed_day() {
    days.add(DAY, "sealed");
    days.set(DAY, "transactions = 8, declared = 8, sealed_at = '2024-07-11 02:16Z'");

    assertThat(verdict(DAY))
        .isEqualTo(
            "2024-07-10 of stripe is sealed: the gateway declared 8 transactions, and as many were listed;"
                + " 8 are stored under this day (since 2024-07-11T02:16:00Z).");
    days.set(DAY, "proof = 'quiet-recheck'");
    assertThat(verdict(DAY)).contains("is sealed: a later download found nothing new; 8");
    days.set(DAY, "proof = 'explicit-zero'");
    assertThat(verdict(DAY)).contains("is sealed: the provider says itself that nothing happened");
    days.set(DAY, "proof = 'control-total'");
    assertThat(verdict(DAY)).contains("is sealed: 8 transactions are stored, and another source");
  }

  @Test
  void says_why_a_day_is_not_proven_and_what_to_type() {
    days.add(DAY, "failed");
    days.set(DAY, "cause = 'gateway-refused', error = 'status 401'");
    days.addDeadLetter(DAY, "gateway-refused");
    assertThat(verdict(DAY)).endsWith("given up: gateway-refused: status 401.");
    assertThat(explain(DAY).out())
        .endsWith("next: java -jar daybook.jar dead-letters redrive --id 1\n");

    days.set(DAY, "state = 'stored', cause = NULL, error = NULL, transactions = 8");
    assertThat(verdict(DAY)).contains("is stored but not proven complete: all 8 transactions");
    days.set(DAY, "next_check_at = '2024-07-14 21:00Z'");
    assertThat(verdict(DAY)).endsWith("; it is downloaded again from 2024-07-14T21:00:00Z on.");
    days.set(DAY, "state = 'requested', wanted_at = now()");
    assertThat(verdict(DAY)).contains("is not stored so far", "it waits to be put on the queue");
    days.set(DAY, "state = 'mismatch', wanted_at = NULL");
    assertThat(explain(DAY).out())
        .endsWith(
            "or, if the provider confirms it: java -jar daybook.jar accept stripe 2024-07-10"
                + " --reason \"...\"\n");
    days.set(DAY, "state = 'incomplete', rejected = 2");
    assertThat(verdict(DAY)).contains("because 2 of its transactions are rejected");
  }

  @Test
  void tells_of_days_without_a_row() {
    assertThat(verdict("2024-07-09"))
        .isEqualTo("2024-07-09 of stripe is missing: due, and never asked for.");
    assertThat(explain("2024-07-09").out())
        .endsWith("next: java -jar daybook.jar request --gateway stripe 2024-07-09\n");
    assertThat(verdict("2024-07-11"))
        .isEqualTo(
            "2024-07-11 of stripe is not due: it can be complete from 2024-07-11T21:00:00Z on, and is"
                + " asked for then.");
    assertThat(verdict("2024-07-07")).contains("the gateway's first due day is 2024-07-08");
  }

  @Test
  void refuses_a_gateway_that_is_not_enabled() {
    Shell.Result result = shell.type("explain", "acme", DAY);

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err())
        .isEqualTo("Gateway \"acme\" is not enabled; daybook.gateways has: stripe\n");
    assertThat(shell.type("explain", "stripe", "10.7.2024").exitCode()).isEqualTo(2);
  }

  @Test
  void gives_scripts_one_object_with_stable_names() throws JsonProcessingException {
    aDayWithAStory();

    JsonNode json = new JsonMapper().readTree(explain(DAY, "--json").out()).get(0);

    List<String> names = new ArrayList<>();
    json.fieldNames().forEachRemaining(names::add);
    assertThat(names)
        .contains("gateway", "date", "due", "state", "accepted", "problem", "window", "request")
        .contains("storedAt", "sealedAt", "runs", "lastRuns", "totals", "rejectedTransactions")
        .contains("lastRejected", "deadLetters", "lastDeadLetters", "seals", "verdict", "next");
    assertThat(json.at("/rejected").asInt()).isEqualTo(1);
    assertThat(json.at("/request/at").asText()).isEqualTo("2024-07-11T02:15:00Z");
    assertThat(json.at("/lastRuns/1/startedAt").asText()).isEqualTo("2024-07-12T02:15:00Z");
    assertThat(json.at("/totals/0/declaredMinor").asLong()).isEqualTo(9000);
    assertThat(json.at("/seals/0/invalidSince").asText()).isEqualTo("2024-07-12T02:16:00Z");
    JsonNode notDue = new JsonMapper().readTree(explain("2024-07-11", "--json").out()).get(0);
    assertThat(notDue.get("state").asText()).isEqualTo("not-due");
  }

  private void aDayWithAStory() {
    days.add(DAY, "mismatch");
    days.set(
        DAY,
        """
        requested_at = '2024-07-11 02:15Z', request_id = 'r-1', request_reason = 'monthly check', transactions = 8,
        rejected = 1, vanished = 1, declared = 9, cause = 'mismatch', error = 'declares 9, listed 8',
        last_run_id = 2, last_outcome = 'succeeded', stored_at = '2024-07-12 02:16Z',
        next_check_at = '2024-07-14 21:00Z', accepted_at = '2024-07-12 09:00Z', accepted_by = 'anna',
        accepted_reason = 'the provider says 8'
        """);
    world
        .sql()
        .execute(
            """
            INSERT INTO runs (run_id, gateway, business_date, instance, message_id, attempt, started_at, finished_at,
                              outcome, cause, error)
            VALUES (1, 'stripe', '2024-07-10', 'host-1', 'm1', 1, '2024-07-11 02:15:10Z', '2024-07-11 02:15:30Z',
                    'failed', 'gateway-unavailable', 'status 503');
            INSERT INTO runs (run_id, gateway, business_date, instance, message_id, request_id, request_reason, attempt,
                              started_at, finished_at, outcome, pages, fetched, inserted, rejected, vanished, declared)
            VALUES (2, 'stripe', '2024-07-10', 'host-2', 'm1', 'r-2', 'again', 2, '2024-07-12 02:15Z',
                    '2024-07-12 02:16Z', 'succeeded', 1, 9, 8, 1, 1, 9);
            INSERT INTO pages (run_id, page, bytes, sha256, archived_as, fetched_at)
            VALUES (2, 1, 1000, '', 'x', now());
            INSERT INTO day_totals (gateway, business_date, currency, stored_count, posted_count, posted_minor)
            VALUES ('stripe', '2024-07-10', 'EUR', 8, 7, 8000);
            INSERT INTO run_totals (run_id, currency, declared_count, declared_minor, listed_count, listed_minor)
            VALUES (2, 'EUR', 9, 9000, 8, 8000);
            INSERT INTO rejected_transactions (gateway, business_date, run_id, last_run_id, page, position, cause, error,
                                               raw)
            VALUES ('stripe', '2024-07-10', 2, 2, 1, 4, 'rejected-transaction', 'no amount', 'x');
            INSERT INTO dead_letters (message_id, body, gateway, business_date, rejected_id, cause, error, attempts,
                                      failed_at)
            VALUES ('rejected-1', '{}', 'stripe', '2024-07-10', 1, 'rejected-transaction', 'no amount', 5,
                    '2024-07-12 02:16Z');
            INSERT INTO seals (gateway, business_date, run_id, proof, declared, transactions, totals, rows_hash,
                               sealed_at, invalid_since)
            VALUES ('stripe', '2024-07-10', 2, 'declared-count', 8, 8, '[]', '', '2024-07-11 02:16Z',
                    '2024-07-12 02:16Z');
            """);
  }

  private Shell.Result explain(String date, String... more) {
    List<String> arguments = new ArrayList<>(List.of("explain", "stripe", date));
    arguments.addAll(List.of(more));
    Shell.Result result = shell.type(arguments.toArray(String[]::new));
    assertThat(result.exitCode()).as(result.err()).isZero();
    return result;
  }

  /** The sentence before the next command, its lines joined. */
  private String verdict(String date) {
    String out = explain(date).out();
    String end = out.substring(out.lastIndexOf("\n\n") + 2, out.indexOf("\nnext: "));
    return end.replace('\n', ' ');
  }
}
