package io.daybook.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.daybook.Application;
import io.daybook.sandbox.Answer;
import io.daybook.sandbox.Entry;
import io.daybook.sandbox.Ledger;
import io.daybook.testing.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Any day may be asked for again: what is the same is not written, what changed is a version. */
class AnyDayAgainTest {
  private static final String WRITTEN =
      """
      SELECT n_tup_ins || ' inserted, ' || n_tup_upd || ' updated, ' || n_tup_del || ' deleted'
      FROM pg_stat_user_tables WHERE schemaname = 'daybook' AND relname = ?
      """;
  private static final String RUNS =
      """
      SELECT gateway || ': ' || fetched || ' = ' || inserted || ' new, ' || changed || ' changed, ' || unchanged
             || ' unchanged, ' || rejected + repeated + outside + skipped || ' else'
      FROM runs ORDER BY run_id
      """;

  /** Sorts members and leaves out white space: other bytes, the same values. */
  private static final JsonMapper SORTED =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private final World world = new World();
  private final Watch watch = new Watch(world);
  private final Ledger stripe = world.gateways().truth().ledger("stripe");
  private final int count = stripe.day(World.YESTERDAY).size();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void the_same_date_again_writes_no_transaction() {
    Application first = world.start();
    askAll("first");
    watch.untilSucceeded(3);
    String before = writtenAfter(first);
    long all = watch.number("SELECT count(*) FROM transactions");
    assertThat(before).isEqualTo(all + " inserted, 0 updated, 0 deleted");

    Application second = world.start();
    askAll("second");
    watch.untilSucceeded(6);
    assertThat(writtenAfter(second)).isEqualTo(before);
    assertThat(watch.lines(WRITTEN, "runs")).singleElement().asString().startsWith("6 inserted");
    assertThat(
            watch.number(
                "SELECT count(*) FROM (SELECT * FROM runs ORDER BY run_id DESC LIMIT 3) again"
                    + " WHERE inserted = 0 AND changed = 0 AND fetched = unchanged AND fetched > 0"))
        .isEqualTo(3);
    for (String gateway : world.gateways().names()) {
      assertThat(world.differences(gateway, World.YESTERDAY)).isEmpty();
    }
  }

  @Test
  void a_changed_transaction_becomes_the_next_version_and_the_old_one_is_kept() {
    world.start();
    Entry entry = stripe.day(World.YESTERDAY).get(count / 2);
    ask("first", 1);
    stripe.replace(entry.withAmount(entry.amountMinor() + 100));
    ask("second", 2);
    assertThat(world.differences("stripe", World.YESTERDAY)).isEmpty();
    assertThat(versions("transactions", "'now'"))
        .containsExactly(entry.id() + " 2 " + (entry.amountMinor() + 100) + " now");
    assertThat(versions("transaction_versions", "superseded_because"))
        .containsExactly(entry.id() + " 1 " + entry.amountMinor() + " gateway");

    stripe.replace(entry);
    ask("third", 3);
    assertThat(versions("transactions", "'now'"))
        .containsExactly(entry.id() + " 3 " + entry.amountMinor() + " now");
    assertThat(versions("transaction_versions", "superseded_because"))
        .containsExactly(
            entry.id() + " 1 " + entry.amountMinor() + " gateway",
            entry.id() + " 2 " + (entry.amountMinor() + 100) + " gateway");
    String changed = " = 0 new, 1 changed, " + (count - 1) + " unchanged, 0 else";
    assertThat(watch.lines(RUNS))
        .containsExactly(
            "stripe: " + count + " = " + count + " new, 0 changed, 0 unchanged, 0 else",
            "stripe: " + count + changed,
            "stripe: " + count + changed);
  }

  @Test
  void another_order_of_members_and_other_white_space_change_nothing() {
    world.start();
    ask("first", 1);
    world.gateways().stripe().behave((request, honest) -> sorted(honest.get()));
    ask("second", 2);
    assertThat(watch.lines(RUNS).get(1))
        .isEqualTo("stripe: " + count + " = 0 new, 0 changed, " + count + " unchanged, 0 else");
    assertThat(watch.number("SELECT count(*) FROM transaction_versions")).isZero();
  }

  private void askAll(String deduplicationId) {
    world.queues().send("anybody", World.YESTERDAY.toString(), deduplicationId);
  }

  private void ask(String deduplicationId, int runs) {
    world.queues().send("stripe", Watch.day("stripe", World.YESTERDAY), deduplicationId);
    watch.untilSucceeded(runs);
  }

  /** PostgreSQL counts for certain what a connection wrote once that connection is gone. */
  private String writtenAfter(Application application) {
    application.close();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                watch.number(
                        "SELECT count(*) FROM pg_stat_activity"
                            + " WHERE datname = current_database() AND pid <> pg_backend_pid()")
                    == 0);
    return watch.lines(WRITTEN, "transactions").get(0);
  }

  private List<String> versions(String table, String more) {
    return watch.lines(
        "SELECT transaction_id || ' ' || version || ' ' || amount_minor || ' ' || "
            + more
            + " FROM "
            + table
            + " WHERE version > 1 OR '"
            + table
            + "' = 'transaction_versions' ORDER BY version");
  }

  private static Answer sorted(Answer answer) {
    try {
      byte[] body = SORTED.writeValueAsBytes(SORTED.readValue(answer.text(), Map.class));
      assertThat(new String(body, StandardCharsets.UTF_8)).isNotEqualTo(answer.text());
      return answer.withBody(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
