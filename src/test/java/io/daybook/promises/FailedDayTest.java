package io.daybook.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.sandbox.Answer;
import io.daybook.sandbox.Behaviour;
import io.daybook.testing.World;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

/** A day that fails is tried again, then kept with its cause; and nothing behind it is held up. */
class FailedDayTest {
  private static final LocalDate DAY_BEFORE = World.YESTERDAY.minusDays(1);
  private static final int FOR_LONG = 1_000_000;
  private static final String RUNS =
      "SELECT business_date || ' ' || attempt || ' ' || outcome || coalesce(' ' || cause, '')"
          + " FROM runs ORDER BY run_id";

  private final World world =
      new World(10).with("daybook.worker.attempts", "2").with("daybook.http.retries", "2");
  private final Watch watch = new Watch(world);

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void one_error_of_the_gateway_is_retried_within_the_run() {
    world.gateways().stripe().behave(Behaviour.failing(1, 500));
    world.start();
    ask(World.YESTERDAY, "first");
    watch.untilSucceeded(1);
    assertThat(watch.lines(RUNS)).containsExactly("2024-07-10 1 succeeded");
    assertThat(world.differences("stripe", World.YESTERDAY)).isEmpty();
    assertThat(watch.number("SELECT count(*) FROM dead_letters")).isZero();
  }

  @Test
  void a_gateway_that_fails_for_long_makes_a_dead_letter_and_lets_the_next_day_of_its_group_on() {
    fail(DAY_BEFORE, Answer.of(500, "text/html", "<html><h1>500</h1></html>"));
    world.start();
    ask(DAY_BEFORE, "first");
    ask(World.YESTERDAY, "second");
    watch.untilSucceeded(1);
    assertThat(watch.lines(RUNS))
        .containsExactly(
            "2024-07-09 1 failed gateway-unavailable",
            "2024-07-09 2 failed gateway-unavailable",
            "2024-07-10 1 succeeded");
    assertThat(world.differences("stripe", World.YESTERDAY)).isEmpty();
    assertThat(watch.lines("SELECT business_date || ' ' || state FROM days ORDER BY 1"))
        .containsExactly("2024-07-09 failed", "2024-07-10 stored");
    assertThat(watch.number("SELECT count(*) FROM days WHERE asked_at IS NOT NULL"))
        .as("days that are still asked for")
        .isZero();
    assertThat(
            watch.number(
                "SELECT count(*) FROM dead_letters d JOIN runs r ON r.business_date = '2024-07-10'"
                    + " WHERE d.sent_at <= r.started_at"))
        .as("dead-lettered before the next day was begun")
        .isEqualTo(1);
    checkDeadLetter("gateway-unavailable");
  }

  @Test
  void credentials_that_are_refused_are_told_so() {
    world.with("daybook.gateway.stripe.secret-key", "sk_test_of_somebody_else");
    world.start();
    ask(DAY_BEFORE, "first");
    Message letter = checkDeadLetter("gateway-refused");
    assertThat(Watch.attribute(letter, "error"))
        .contains("401")
        .contains("credentials")
        .doesNotContain("sk_test_of_somebody_else");
  }

  @Test
  void a_failed_day_is_stored_once_its_dead_letter_goes_back_to_the_days_queue() {
    world.gateways().stripe().behave(Behaviour.failing(FOR_LONG, 503));
    world.start();
    ask(DAY_BEFORE, "first");
    Message letter = checkDeadLetter("gateway-unavailable");
    world.gateways().stripe().behave(Behaviour.honest());
    world.queues().send("redriven", letter.body(), "redriven");
    watch.untilSucceeded(1);
    assertThat(world.differences("stripe", DAY_BEFORE)).isEmpty();
    assertThat(watch.lines("SELECT state FROM days")).containsExactly("stored");
  }

  @Test
  void a_message_stays_on_the_days_queue_while_the_dead_letter_queue_cannot_be_reached() {
    String url = world.queues().deadLettersUrl();
    world.with("daybook.queue.dead-letters-url", url.replace("-dlq", "-nowhere"));
    var unlucky = world.start();
    world.queues().send("anybody", "bad");
    watch.until(1, "SELECT count(*) FROM dead_letters WHERE sent_at IS NULL");
    await().during(Duration.ofSeconds(3)).until(watch::asked, asked -> asked == 1);
    unlucky.close();
    assertThat(watch.asked()).isEqualTo(1);

    world.with("daybook.queue.dead-letters-url", url);
    world.start();
    assertThat(watch.takeDeadLetter().body()).isEqualTo("bad");
    watch.untilNothingIsAsked();
    assertThat(watch.lines("SELECT body || ' ' || (sent_at IS NOT NULL) FROM dead_letters"))
        .containsExactly("bad true");
  }

  private void ask(LocalDate date, String deduplicationId) {
    world.queues().send("stripe", Watch.day("stripe", date), deduplicationId);
  }

  /** The gateway answers so for one day, and honestly for any other. */
  private void fail(LocalDate date, Answer answer) {
    Instant start = date.atStartOfDay(ZoneOffset.UTC).toInstant();
    Optional<String> from = Optional.of(String.valueOf(start.getEpochSecond()));
    world
        .gateways()
        .stripe()
        .behave(
            (request, honest) ->
                request.parameter("created[gte]").equals(from) ? answer : honest.get());
  }

  private Message checkDeadLetter(String cause) {
    Message letter = watch.takeDeadLetter();
    watch.untilNothingIsAsked();
    assertThat(letter.body()).isEqualTo(Watch.day("stripe", DAY_BEFORE));
    assertThat(Watch.attribute(letter, "cause")).isEqualTo(cause);
    assertThat(Watch.attribute(letter, "error")).isNotBlank().doesNotContain("Exception");
    assertThat(Watch.attribute(letter, "gateway")).isEqualTo("stripe");
    assertThat(Watch.attribute(letter, "date")).isEqualTo("2024-07-09");
    assertThat(Watch.attribute(letter, "attempts")).isEqualTo("2");
    assertThat(
            watch.lines(
                "SELECT state || ' ' || cause || ' ' || attempts || ' ' || gateway || ' ' || business_date"
                    + " FROM dead_letters"))
        .containsExactly("open " + cause + " 2 stripe 2024-07-09");
    assertThat(watch.lines(RUNS))
        .startsWith("2024-07-09 1 failed " + cause, "2024-07-09 2 failed " + cause);
    assertThat(watch.lines("SELECT state FROM days WHERE business_date = '2024-07-09'"))
        .containsExactly("failed");
    return letter;
  }
}
