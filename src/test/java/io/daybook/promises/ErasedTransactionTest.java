package io.daybook.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.Shell;
import io.daybook.testing.Archive;
import io.daybook.testing.OwnGateway;
import io.daybook.testing.Traces;
import io.daybook.testing.World;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a person asks to have erased is gone from tables and archive, does not come back, and leaves
 * the evidence of everything else as it was.
 */
class ErasedTransactionTest {
  private static final LocalDate DATE = World.YESTERDAY;
  private static final String PERSON = "Jane Personal";
  private static final String NEIGHBOURS =
      """
      SELECT concat_ws(' ', transaction_id, payload, reference, amount_minor, version, encode(content_hash, 'hex'), observed_at)
      FROM transactions WHERE transaction_id LIKE 'neighbour%' ORDER BY 1
      """;
  private static final String ERASED =
      """
      SELECT concat_ws(' ', transaction_id, amount_minor, currency, effect, status, occurred_at, reference, version, payload,
                       encode(content_hash, 'hex'), erased_at)
      FROM %s WHERE erased_at IS NOT NULL ORDER BY version
      """;
  private static final String PAGE = "own/" + DATE + "/run-1/page-000001.json.gz";

  private final World world = new World().with("daybook.worker.attempts", "1");
  private final OwnGateway gateway = new OwnGateway(world);
  private final Watch watch = new Watch(world);
  private final Archive archive = new Archive(world);
  private final Traces traces = new Traces(world);
  private final Shell shell = new Shell(world);
  private int asked;

  /** Two looks at a day: version 1 of Jane's payment, then version 2; one that is rejected. */
  @BeforeEach
  void store() {
    list("paid", of("jane", "paid", PERSON), of("bad", "disputed", PERSON));
    world.start();
    ask(1);
    list("paid", of("jane", "paid", PERSON + " again"), of("bad", "disputed", PERSON));
    ask(2);
    assertThat(watch.lines("SELECT version::text FROM transactions ORDER BY transaction_id"))
        .containsExactly("2", "1", "1");
  }

  @AfterEach
  void close() {
    traces.close();
    world.close();
    gateway.close();
  }

  @Test
  void a_version_a_page_and_a_rejected_one_are_erased_and_the_neighbours_are_verified()
      throws IOException {
    List<String> neighbours = neighbours();
    Shell.Result dry = erase("--reference", PERSON, "--dry-run");
    assertThat(dry.lines())
        .containsExactly("own bad, jane: would be erased: 2 versions, 1 rejected, 2 pages");
    assertThat(watch.number("SELECT count(*) FROM erasures")).isZero();
    assertThat(verify().out()).contains(" verified: ");

    assertThat(erase("--reference", PERSON).lines())
        .containsExactly("own bad, jane: erased: 2 versions, 1 rejected, 2 pages");
    assertErased();
    assertThat(neighbours()).isEqualTo(neighbours);
    assertThat(
            watch.lines(
                "SELECT amount_minor || currency || effect || version FROM transactions WHERE erased_at IS NOT NULL"))
        .containsExactly("100SARposted2");
    assertThat(
            watch.lines(
                "SELECT concat_ws(' ', erased_by, reason, versions, rejected, pages, transaction_ids) FROM erasures"))
        .containsExactly("anna asked by mail 2 1 2 {bad,jane}");
    assertThat(
            shell.type("erase", "--gateway", "own", "--reference", PERSON, "--reason", "x").err())
        .contains("own has no such transaction");
  }

  @Test
  void an_erased_transaction_stays_erased_by_rebuilds_and_by_rechecks_changed_or_not()
      throws IOException {
    erase("--id", "jane");
    erase("--id", "bad");
    assertErased();
    List<String> neighbours = neighbours();
    List<String> rows = watch.lines(ERASED.formatted("transactions"));
    List<String> versions = watch.lines(ERASED.formatted("transaction_versions"));
    assertThat(rows).hasSize(1);
    String note =
        watch.lines("SELECT payload::text FROM transactions WHERE transaction_id = 'jane'").get(0);
    assertThat(note)
        .matches(
            "\\{\"erasedByDaybook\":\\{\"erasure\":\"[-0-9a-f]{36}\",\"at\":\"2024-07-11T[^\"]+\"}}");

    world.sql().update("DELETE FROM transactions");
    world.sql().update("DELETE FROM transaction_versions");
    assertThat(shell.type("rebuild", DATE.toString()).exitCode()).isZero();
    watch.untilSucceeded(4);
    assertThat(neighbours()).isEqualTo(neighbours);
    assertThat(watch.lines(ERASED.formatted("transactions"))).isEqualTo(rows);
    assertThat(watch.lines(ERASED.formatted("transaction_versions"))).isEqualTo(versions);
    assertErased();

    ask(5);
    assertThat(
            watch.lines(
                "SELECT concat_ws(' ', unchanged, changed, rejected) FROM runs WHERE run_id = 5"))
        .containsExactly("3 0 1");
    assertThat(watch.lines(ERASED.formatted("transactions"))).isEqualTo(rows);
    assertErased();

    list(
        "paid",
        of("jane", "paid", PERSON + " once more").replace("100", "250"),
        of("bad", "disputed", PERSON));
    ask(6);
    assertThat(jane(note)).isEqualTo("250 3 t t");
    assertThat(watch.lines("SELECT DISTINCT superseded_because FROM transaction_versions"))
        .containsExactly("gateway");
    assertErased();

    // As for a run that began before the erasure: what it brings meets an erased row.
    world.sql().update("DELETE FROM erasures");
    list("paid", of("jane", "paid", PERSON + " at last").replace("100", "300"));
    ask(7);
    assertThat(jane(note)).isEqualTo("300 4 t t");
    assertThat(watch.number("SELECT count(*) FROM rejected_transactions")).isOne();
  }

  @Test
  void a_flipped_byte_of_a_rewritten_page_is_damage_and_a_damaged_page_is_not_rewritten()
      throws IOException {
    String page = PAGE.replace("run-1", "run-2");
    archive.flip(page, 40);
    Shell.Result damaged = shell.type("erase", "--gateway", "own", "--id", "jane", "--reason", "x");
    assertThat(damaged.exitCode()).isOne();
    assertThat(damaged.err())
        .contains("run 2 page 1: " + page + " is not what it was")
        .contains("type this again");
    assertThat(verify().out()).contains(" damaged: run 2 page 1: ");
    archive.flip(page, 40);
    assertThat(verify().out())
        .contains(" damaged: ")
        .contains("it is erased in its row only: type erase again");
    erase("--id", "jane");
    assertThat(verify().out()).contains(" erased: ");

    byte[] intact = archive.bytes(page);
    for (int place : List.of(0, 9, intact.length / 2, intact.length - 1)) {
      archive.flip(page, place);
      assertThat(verify().out())
          .contains(" damaged: run 2 page 1: " + page + " is not what it was");
      Files.write(archive.path(page), intact);
    }
    world.sql().update("UPDATE transactions SET amount_minor = 1 WHERE transaction_id = 'jane'");
    assertThat(verify().out())
        .contains("damaged: ")
        .contains("its row was changed, but not by Daybook");
  }

  @Test
  void what_was_killed_on_the_way_never_looks_fine_and_is_ended_by_typing_it_again()
      throws IOException {
    String page = PAGE.replace("run-1", "run-2");
    byte[] original = archive.bytes(page);
    // The second page cannot be written: a directory is in the way of its draft.
    Files.createDirectories(archive.path(page + ".part/in-the-way"));
    assertThat(
            shell
                .type("erase", "--gateway", "own", "--reference", PERSON, "--reason", "x")
                .exitCode())
        .isOne();
    assertThat(watch.number("SELECT count(*) FROM pages WHERE erased_at IS NOT NULL")).isOne();
    assertThat(watch.number("SELECT count(*) FROM transactions WHERE erased_at IS NOT NULL"))
        .isZero();
    assertThat(verify().out()).doesNotContain(" erased: ");
    Files.delete(archive.path(page + ".part/in-the-way"));
    Files.delete(archive.path(page + ".part"));
    erase("--reference", PERSON);
    assertErased();

    // Killed after the table had the new hash, before the new file had its name.
    Files.write(archive.path(page), original);
    assertThat(verify().out())
        .contains(
            "damaged: run 2 page 1: "
                + page
                + " still holds what was to be erased: type erase again");
    assertThat(verify().exitCode()).isOne();
    erase("--id", "jane");
    erase("--id", "bad");
    assertErased();
  }

  @Test
  void a_page_that_its_run_could_not_read_keeps_nothing_of_the_person_either() throws IOException {
    String other = "{\"total\":1,\"next\":null,\"data\":[" + of("other", "paid", "order");
    gateway.answer(DATE, other);
    fail(3);
    gateway.answer(
        DATE, other + "," + of("jane", "paid", PERSON) + ",{\"id\":\"jane\",\"r\":\"" + PERSON);
    fail(4);
    erase("--id", "jane");
    erase("--id", "bad");
    assertErased();
    assertThat(traces.of("\"other\"")).hasSize(2);
    assertThat(watch.lines("SELECT DISTINCT run_id::text FROM pages WHERE erased_at IS NOT NULL"))
        .containsExactlyInAnyOrder("1", "2", "4");
  }

  private void fail(long run) {
    world.queues().send("own", Watch.day("own", DATE), "asked-" + asked++);
    watch.until(1, "SELECT count(*) FROM runs WHERE run_id = ? AND outcome = 'failed'", run);
    watch.untilNothingIsAsked();
  }

  private void assertErased() throws IOException {
    assertThat(traces.of(PERSON)).isEmpty();
    Shell.Result verified = verify();
    assertThat(verified.out())
        .startsWith("own 2024-07-10 erased: run ")
        .contains(", 4 transactions, 2 erased; erased by anna on 2024-07-11T")
        .contains("asked by mail");
    assertThat(verified.exitCode()).isZero();
  }

  private Shell.Result erase(String... more) {
    return shell.type(
        Stream.concat(
                Stream.of("erase", "--gateway", "own", "--by", "anna", "--reason", "asked by mail"),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private Shell.Result verify() {
    return shell.type("verify", DATE.toString());
  }

  /** Amount and version, whether the payload is this note, and whether there is no reference. */
  private String jane(String note) {
    String sql =
        "SELECT concat_ws(' ', amount_minor, version, payload::text = ?, reference IS NULL)"
            + " FROM transactions WHERE transaction_id = 'jane'";
    return watch.lines(sql, note).get(0);
  }

  private List<String> neighbours() {
    return watch.lines(NEIGHBOURS);
  }

  private void ask(int succeeded) {
    world.queues().send("own", Watch.day("own", DATE), "asked-" + asked++);
    watch.untilSucceeded(succeeded);
  }

  private void list(String status, String... persons) {
    gateway.list(
        DATE,
        Stream.concat(
                Stream.of(of("neighbour-1", status, "order 1"), of("neighbour-2", status, "é 2")),
                Stream.of(persons))
            .toList());
  }

  private static String of(String id, String status, String reference) {
    return OwnGateway.transaction(DATE, id, status, reference);
  }
}
