package io.daybook.promises;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.sandbox.Answer;
import io.daybook.sandbox.Request;
import io.daybook.testing.World;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A value that the database refuses costs its own transaction, and none of its neighbours. */
class RefusedValueTest {
  private final World world = new World();
  private final Watch watch = new Watch(world);

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void one_refused_transaction_is_rejected_alone_and_stored_once_it_can_be() {
    world.start();
    run("first", 1);
    long all = watch.number("SELECT count(*) FROM transactions");
    String id = watch.lines("SELECT min(transaction_id) FROM transactions").get(0);

    world.sql().execute("TRUNCATE transactions");
    world
        .sql()
        .execute(
            "ALTER TABLE transactions ADD CONSTRAINT refused CHECK (transaction_id <> '%s')"
                .formatted(id));
    run("refused", 2);
    assertThat(watch.number("SELECT count(*) FROM transactions")).isEqualTo(all - 1);
    assertThat(watch.lines("SELECT cause FROM rejected_transactions WHERE resolved_at IS NULL"))
        .containsExactly("refused-by-database");
    assertThat(watch.lines("SELECT error FROM rejected_transactions").get(0))
        .contains("SQLSTATE 23514", "refused")
        .doesNotContain(id);
    assertThat(watch.lines("SELECT state FROM days")).containsExactly("incomplete");

    world.sql().execute("ALTER TABLE transactions DROP CONSTRAINT refused");
    run("healed", 3);
    assertThat(world.differences("stripe", World.YESTERDAY)).isEmpty();
    assertThat(watch.number("SELECT count(*) FROM transactions")).isEqualTo(all);
    assertThat(watch.number("SELECT count(*) FROM rejected_transactions WHERE resolved_at IS NULL"))
        .isZero();
  }

  @Test
  void a_value_that_cannot_be_stored_costs_its_own_transaction_and_none_of_999_others() {
    LocalDate first = World.YESTERDAY;
    List<RefusedRecord> records = RefusedRecord.all(noon(first));
    world.gateways().stripe().behave((request, honest) -> page(request, first));
    world.start();
    for (int i = 0; i < records.size(); i++) {
      world.queues().send("refused-" + i, Watch.day("stripe", first.minusDays(i)));
    }
    watch.untilSucceeded(records.size());
    for (int i = 0; i < records.size(); i++) {
      check(RefusedRecord.all(noon(first.minusDays(i))).get(i), first.minusDays(i));
    }
  }

  private void check(RefusedRecord record, LocalDate date) {
    boolean rejected = !record.cause().isEmpty();
    String of = " FROM transactions WHERE business_date = ?";
    assertThat(watch.number("SELECT count(*)" + of, date))
        .as(record.what())
        .isEqualTo(rejected ? 999 : 1000);
    assertThat(watch.lines("SELECT state FROM days WHERE business_date = ?", date))
        .containsExactly(rejected ? "incomplete" : "stored");
    assertThat(watch.lines("SELECT cause FROM rejected_transactions WHERE business_date = ?", date))
        .as(record.what())
        .isEqualTo(rejected ? List.of(record.cause()) : List.of());
    String kept =
        rejected
            ? "SELECT raw FROM rejected_transactions WHERE business_date = ?"
            : "SELECT convert_to(CAST(payload AS text), 'UTF8')"
                + of
                + " AND transaction_id = 'txn_"
                + noon(date)
                + "'";
    assertThat(world.sql().queryForObject(kept, byte[].class, date))
        .as(record.what())
        .isEqualTo(record.bytes());
  }

  /** One page of 1,000, of which one differs by the day that is asked for. */
  private static Answer page(Request request, LocalDate first) {
    long start = Long.parseLong(request.parameter("created[gte]").orElseThrow());
    LocalDate date = LocalDate.ofInstant(Instant.ofEpochSecond(start), ZoneOffset.UTC);
    RefusedRecord refused = RefusedRecord.all(noon(date)).get((int) DAYS.between(date, first));
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    page.writeBytes(utf8("{\"has_more\": false, \"data\": ["));
    for (int i = 0; i < 1_000; i++) {
      String good = RefusedRecord.record("txn_" + date + "_" + i, "5", noon(date), "");
      page.writeBytes(i == 0 ? new byte[0] : utf8(","));
      page.writeBytes(i == 437 ? refused.bytes() : utf8(good));
    }
    page.writeBytes(utf8("]}"));
    return Faults.json("").withBody(page.toByteArray());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static long noon(LocalDate date) {
    return date.atTime(12, 0).toEpochSecond(ZoneOffset.UTC);
  }

  private void run(String requestId, int succeeded) {
    String body = "{\"gateway\":\"stripe\",\"date\":\"%s\",\"requestId\":\"%s\"}";
    world.queues().send("stripe", body.formatted(World.YESTERDAY, requestId));
    watch.untilSucceeded(succeeded);
  }
}
