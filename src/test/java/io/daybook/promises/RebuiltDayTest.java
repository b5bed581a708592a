package io.daybook.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.Application;
import io.daybook.command.Shell;
import io.daybook.sandbox.Entry;
import io.daybook.sandbox.Ledger;
import io.daybook.testing.Archive;
import io.daybook.testing.World;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rows that were lost are stored again from the archive, and no gateway is asked. */
class RebuiltDayTest {
  private static final String ROWS =
      """
      SELECT concat_ws(' ', gateway, transaction_id, version, encode(content_hash, 'hex'), observed_at, vanished_at IS NULL)
      FROM transactions ORDER BY 1
      """;
  private static final String VERSIONS =
      """
      SELECT concat_ws(' ', transaction_id, version, encode(content_hash, 'hex'), superseded_because)
      FROM transaction_versions ORDER BY 1
      """;
  private static final String DAYS =
      "SELECT concat_ws(' ', gateway, state, proof, transactions, vanished) FROM days ORDER BY 1";

  private final World world = new World();
  private final Watch watch = new Watch(world);
  private final Shell shell = new Shell(world);
  private final Ledger stripe = world.gateways().truth().ledger("stripe");

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void lost_rows_come_back_with_their_versions_and_the_gateway_is_not_asked() {
    world.with("daybook.gateways", "stripe,moyasar");
    List<Entry> entries = stripe.day(World.YESTERDAY);
    Application first = world.start();
    ask("first", 2);
    Entry changed = entries.get(3);
    stripe.replace(changed.withAmount(changed.amountMinor() + 100));
    stripe.remove(entries.get(5).id());
    first = later(first);
    ask("second", 4);
    stripe.replace(changed.withAmount(changed.amountMinor() + 200));
    later(first);
    ask("third", 6);
    List<String> rows = watch.lines(ROWS);
    List<String> versions = watch.lines(VERSIONS);
    List<String> days = watch.lines(DAYS);
    assertThat(versions).hasSize(2);
    assertThat(days).containsExactly("moyasar sealed declared-count 201 0", days.get(1));
    assertThat(days.get(1)).matches("stripe stored \\d+ 1");
    world.gateways().close();

    world.sql().update("DELETE FROM transactions");
    rebuild(0);
    watch.untilSucceeded(6 + 6);
    assertThat(watch.lines(ROWS)).isEqualTo(rows);
    assertThat(watch.lines(VERSIONS)).isEqualTo(versions);
    assertThat(watch.lines(DAYS)).isEqualTo(days);

    world.sql().update("DELETE FROM transactions");
    world.sql().update("DELETE FROM transaction_versions");
    rebuild(0);
    watch.untilSucceeded(6 + 6 + 6);
    assertThat(watch.lines(ROWS)).isEqualTo(rows);
    assertThat(watch.lines(VERSIONS)).isEqualTo(versions);
    assertThat(watch.lines(DAYS)).isEqualTo(days);
    assertThat(watch.number("SELECT count(*) FROM seals")).isOne();
    assertThat(watch.number("SELECT count(*) FROM rejected_transactions")).isZero();
    Shell.Result verified = shell.type("verify", World.YESTERDAY.toString());
    assertThat(verified.lines())
        .hasSize(2)
        .allSatisfy(day -> assertThat(day).contains(" verified: "));
  }

  @Test
  void what_was_observed_later_than_the_archive_stays() {
    world.with("daybook.gateways", "stripe");
    world.start();
    ask("first", 1);
    String newer =
        "UPDATE transactions SET amount_minor = 7, content_hash = '\\x07', observed_at = observed_at + interval '1 hour'"
            + " WHERE transaction_id = (SELECT min(transaction_id) FROM transactions)";
    assertThat(world.sql().update(newer)).isOne();
    world.sql().update("DELETE FROM transactions WHERE amount_minor <> 7");
    rebuild(0);
    watch.untilSucceeded(2);
    assertThat(watch.number("SELECT count(*) FROM transactions"))
        .isEqualTo(stripe.day(World.YESTERDAY).size());
    assertThat(watch.number("SELECT count(*) FROM transactions WHERE amount_minor = 7")).isOne();
    assertThat(watch.number("SELECT count(*) FROM transaction_versions")).isZero();
  }

  @Test
  void a_damaged_archive_is_refused_and_changes_nothing_unless_told_otherwise() throws IOException {
    world.with("daybook.gateways", "moyasar");
    world.start();
    ask("first", 1);
    String page = "moyasar/" + World.YESTERDAY + "/run-1/page-000002.json.gz";
    new Archive(world).flip(page, 100);
    world.sql().update("DELETE FROM transactions");
    assertThat(rebuild(1).err()).contains("run 1 page 2: " + page + " is not what it was");
    world
        .queues()
        .send("moyasar", Watch.day("moyasar", World.YESTERDAY).replace("}", ",\"rebuild\":true}"));
    assertThat(Watch.attribute(watch.takeDeadLetter(), "cause")).isEqualTo("archive-damaged");
    assertThat(watch.number("SELECT count(*) FROM runs")).isOne();
    assertThat(watch.number("SELECT count(*) FROM transactions")).isZero();
    assertThat(watch.lines(DAYS)).singleElement().asString().startsWith("moyasar sealed");

    rebuild(0, "--despite-damage");
    watch.untilSucceeded(2);
    assertThat(watch.number("SELECT count(*) FROM transactions")).isPositive();
    assertThat(watch.lines("SELECT state || ' ' || error FROM days"))
        .singleElement()
        .asString()
        .startsWith("incomplete rebuilt without what is damaged: run 1 page 2: ");
    assertThat(watch.number("SELECT count(*) FROM seals WHERE invalid_since IS NULL")).isZero();
  }

  private Application later(Application now) {
    now.close();
    return world.later(Duration.ofHours(1)).start();
  }

  private void ask(String id, int succeeded) {
    world.queues().send("anybody", World.YESTERDAY.toString(), id);
    watch.untilSucceeded(succeeded);
  }

  private Shell.Result rebuild(int exitCode, String... more) {
    Shell.Result result =
        shell.type(
            java.util.stream.Stream.concat(
                    java.util.stream.Stream.of("rebuild", World.YESTERDAY.toString()),
                    java.util.stream.Stream.of(more))
                .toArray(String[]::new));
    assertThat(result.exitCode()).as(result.err()).isEqualTo(exitCode);
    return result;
  }
}
