package io.daybook.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.Application;
import io.daybook.testing.OwnGateway;
import io.daybook.testing.World;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

/** What was rejected is told of once, and stored from what is kept when it is redriven. */
class RejectedTransactionTest {
  private static final int TRANSACTIONS = 2_000;
  private static final Set<Integer> BAD = Set.of(0, 1, 777, 999, 1_000, 1_500, 1_999);
  private static final LocalDate DATE = World.YESTERDAY;
  private static final String OPEN =
      "SELECT count(*) FROM rejected_transactions WHERE resolved_at IS NULL";
  private static final String DAY =
      "SELECT state || ' ' || transactions || ' ' || rejected || ' ' || coalesce(proof, '-') FROM days";

  private final World world = new World(10);
  private final OwnGateway gateway = new OwnGateway(world);
  private final Watch watch = new Watch(world);
  private int asked;

  @AfterEach
  void close() {
    world.close();
    gateway.close();
  }

  @Test
  void bad_rows_of_a_good_day_are_stored_without_the_gateway_once_the_mapping_is_corrected() {
    gateway.list(DATE, day("disputed"));
    Application first = world.start();
    ask(Watch.day("own", DATE), 1);
    assertThat(watch.lines(DAY)).containsExactly("incomplete 1993 7 -");
    List<Message> letters = watch.takeDeadLetters(7);
    assertThat(letters).allSatisfy(this::checkLetter);

    first.close();
    correct();
    gateway.close();
    world.start();
    letters.forEach(letter -> world.queues().send("own", letter.body(), letter.body()));
    watch.untilSucceeded(8);
    assertThat(watch.number("SELECT count(*) FROM transactions")).isEqualTo(TRANSACTIONS);
    assertThat(watch.number(OPEN)).isZero();
    assertThat(watch.lines(DAY)).containsExactly("sealed 2000 0 declared-count");
    assertThat(watch.lines("SELECT DISTINCT state FROM dead_letters")).containsExactly("resolved");
    assertThat(watch.number("SELECT count(*) FROM seals WHERE invalid_since IS NULL")).isOne();
    assertThat(
            watch.number(
                "SELECT count(*) FROM transactions t JOIN pages p ON p.fetched_at = t.observed_at"))
        .as("observed when their page was")
        .isEqualTo(TRANSACTIONS);
    assertThat(gateway.requests()).isEqualTo(1);
  }

  @Test
  void a_recheck_sends_no_second_letter_and_a_download_that_stores_it_resolves_the_first() {
    gateway.list(DATE, day("disputed"));
    Application first = world.start();
    ask(Watch.day("own", DATE), 1);
    watch.until(7, "SELECT count(*) FROM dead_letters WHERE sent_at IS NOT NULL");
    ask(Watch.day("own", DATE), 2);
    assertThat(watch.number("SELECT count(*) FROM dead_letters WHERE attempts = 1")).isEqualTo(7);
    assertThat(watch.takeDeadLetters(7)).hasSize(7);

    first.close();
    correct();
    world.start();
    ask(Watch.day("own", DATE), 3);
    assertThat(watch.lines(DAY)).containsExactly("sealed 2000 0 declared-count");
    assertThat(watch.lines("SELECT DISTINCT state FROM dead_letters")).containsExactly("resolved");
  }

  @Test
  void what_still_cannot_be_mapped_becomes_a_dead_letter_again_and_changes_nothing_else() {
    gateway.list(DATE, day("disputed"));
    world.start();
    ask(Watch.day("own", DATE), 1);
    Message letter = watch.takeDeadLetters(7).get(0);
    ask(letter.body(), 2);
    Message again = watch.takeDeadLetter();
    assertThat(again.body()).isEqualTo(letter.body());
    assertThat(Watch.attribute(again, "attempts")).isEqualTo("2");
    assertThat(watch.lines(DAY)).containsExactly("incomplete 1993 7 -");
    assertThat(watch.number(OPEN)).isEqualTo(7);
  }

  @Test
  void what_is_resolved_already_is_done_with_and_what_never_was_is_refused() {
    gateway.list(DATE, day("disputed"));
    world.start();
    ask(Watch.day("own", DATE), 1);
    String body = watch.takeDeadLetters(7).get(0).body();
    world.sql().update("UPDATE rejected_transactions SET resolved_at = now()");
    ask(body, 1);
    assertThat(watch.lines(DAY)).containsExactly("incomplete 1993 7 -");

    world.queues().send("own", "{\"gateway\":\"own\",\"date\":\"2024-07-09\",\"rejectedId\":1}");
    world.queues().send("own", "{\"gateway\":\"own\",\"date\":\"2024-07-10\",\"rejectedId\":99}");
    assertThat(watch.takeDeadLetters(2))
        .allSatisfy(each -> assertThat(Watch.attribute(each, "cause")).isEqualTo("invalid-message"))
        .allSatisfy(each -> assertThat(Watch.attribute(each, "error")).contains("has no rejected"));
    assertThat(watch.lines("SELECT CAST(business_date AS text) FROM days"))
        .containsExactly("2024-07-10");
    assertThat(watch.number("SELECT count(*) FROM runs")).isEqualTo(1);
  }

  @Test
  void an_old_rejected_one_never_replaces_what_was_observed_later() {
    gateway.list(DATE, day("disputed"));
    Application first = world.start();
    ask(Watch.day("own", DATE), 1);
    List<Message> letters = watch.takeDeadLetters(7);
    first.close();
    // The gateway shows them as paid an hour later; that download ends before its day is judged.
    gateway.list(DATE, day("paid"));
    correct();
    world.later(Duration.ofHours(1)).start();
    ask(Watch.day("own", DATE), 2);
    world.sql().update("UPDATE rejected_transactions SET resolved_at = NULL");
    letters.forEach(letter -> world.queues().send("own", letter.body(), letter.body()));
    watch.untilSucceeded(9);
    assertThat(watch.number("SELECT count(*) FROM transactions WHERE status = 'paid'"))
        .isEqualTo(TRANSACTIONS);
    assertThat(watch.number("SELECT count(*) FROM transactions WHERE version > 1")).isZero();
    assertThat(watch.number(OPEN)).isZero();
    assertThat(watch.lines(DAY)).containsExactly("sealed 2000 0 declared-count");
  }

  @Test
  void a_day_is_judged_while_the_dead_letter_queue_is_away_and_its_letters_go_out_later() {
    String url = world.queues().deadLettersUrl();
    world.with("daybook.queue.dead-letters-url", url.replace("-dlq", "-nowhere"));
    gateway.list(DATE, day("disputed"));
    Application unlucky = world.start();
    ask(Watch.day("own", DATE), 1);
    watch.until(7, "SELECT count(*) FROM dead_letters WHERE sending_until IS NOT NULL");
    unlucky.close();
    assertThat(watch.lines(DAY)).containsExactly("incomplete 1993 7 -");
    assertThat(watch.number("SELECT count(*) FROM dead_letters WHERE sent_at IS NULL"))
        .isEqualTo(7);
    // The minute for which the unlucky instance had them is over.
    world.sql().update("UPDATE dead_letters SET sending_until = now() - interval '1 second'");
    world.with("daybook.queue.dead-letters-url", url);
    world.start();
    assertThat(watch.takeDeadLetters(7)).allSatisfy(this::checkLetter);
  }

  private void correct() {
    gateway.correct("effect: paid=posted", "effect: paid=posted disputed=none");
  }

  private List<String> day(String statusOfTheBad) {
    return new ArrayList<>(
        IntStream.range(0, TRANSACTIONS)
            .mapToObj(
                i ->
                    OwnGateway.transaction(
                        DATE, "t-" + i, BAD.contains(i) ? statusOfTheBad : "paid", "order " + i))
            .toList());
  }

  private void ask(String body, int succeeded) {
    world.queues().send("own", body, "asked-" + asked++);
    watch.untilSucceeded(succeeded);
  }

  private void checkLetter(Message letter) {
    assertThat(letter.body())
        .matches("\\{\"gateway\":\"own\",\"date\":\"2024-07-10\",\"rejectedId\":\\d+}");
    assertThat(Watch.attribute(letter, "cause")).isEqualTo("rejected-transaction");
    assertThat(Watch.attribute(letter, "error")).contains("position").contains("disputed");
    assertThat(Watch.attribute(letter, "gateway")).isEqualTo("own");
    assertThat(Watch.attribute(letter, "date")).isEqualTo("2024-07-10");
    assertThat(Watch.attribute(letter, "attempts")).isEqualTo("1");
    assertThat(Watch.attribute(letter, "failedAt")).isNotBlank();
    assertThat(
            watch.number(
                "SELECT count(*) FROM dead_letters WHERE dead_letter_id = CAST(? AS bigint)",
                Watch.attribute(letter, "deadLetterId")))
        .isOne();
  }
}
