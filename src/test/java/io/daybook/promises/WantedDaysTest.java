package io.daybook.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.Application;
import io.daybook.testing.QueueRelay;
import io.daybook.testing.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * What is wanted stands in the table, and comes to the queue once, oldest first, a few at a time.
 */
class WantedDaysTest {
  private final World world = new World().with("daybook.gateways", "stripe");
  private final Watch watch = new Watch(world);
  private final QueueRelay relay = new QueueRelay(world.settings().get("daybook.queue.endpoint"));

  WantedDaysTest() {
    world.with("daybook.queue.endpoint", relay.endpoint());
  }

  @AfterEach
  void close() {
    relay.mend();
    world.close();
    relay.close();
  }

  @Test
  void several_instances_that_fire_together_leave_one_message_a_day_oldest_first() {
    relay.cut("ReceiveMessage", 0, false);
    world.with("daybook.schedule.lookback-days", "5");
    List<Application> instances = List.of(world.start(), world.start(), world.start());
    instances.parallelStream().forEach(WantedDaysTest::fire);
    watch.until(0, "SELECT count(*) FROM days WHERE wanted_at IS NOT NULL");
    assertThat(bodies())
        .containsExactly(
            Watch.day("stripe", "2024-07-06"),
            Watch.day("stripe", "2024-07-07"),
            Watch.day("stripe", "2024-07-08"),
            Watch.day("stripe", "2024-07-09"),
            Watch.day("stripe", "2024-07-10"));
  }

  @Test
  void a_kill_between_send_and_mark_sends_again_and_stores_once() {
    world.start();
    relay.cut("SendMessage", 0, true);
    world.queues().send("any", World.YESTERDAY.toString());
    watch.until(1, "SELECT count(*) FROM runs WHERE outcome = 'succeeded'");
    assertThat(watch.number("SELECT count(*) FROM days WHERE wanted_at IS NOT NULL")).isOne();
    relay.mend();
    world.sql().update("UPDATE days SET feeding_until = now() - interval '1 second'");
    watch.untilSucceeded(2);
    watch.until(1, "SELECT count(*) FROM days WHERE wanted_at IS NULL AND asked_at IS NULL");
    assertThat(world.differences("stripe", World.YESTERDAY)).isEmpty();
    assertThat(watch.number("SELECT sum(changed) FROM runs")).isZero();
  }

  @Test
  void a_queue_that_cannot_be_reached_is_asked_again() {
    world.start();
    relay.cut("SendMessage", 0, false);
    world.queues().send("any", World.YESTERDAY.toString());
    watch.until(
        1, "SELECT count(*) FROM days WHERE wanted_at IS NOT NULL AND feeding_until > now()");
    relay.mend();
    world.sql().update("UPDATE days SET feeding_until = now() - interval '1 second'");
    watch.untilSucceeded(1);
  }

  @Test
  void the_schedule_asks_for_what_is_lacking_and_for_nothing_else() {
    world.start().close();
    add("2024-06-01", "requested", "asked_at = NULL");
    add("2024-06-02", "requested", "asked_at = '2024-07-11 11:00Z'");
    add("2024-06-03", "requested", "asked_at = '2024-06-27 11:00Z'");
    add("2024-06-04", "failed", "asked_at = NULL");
    add("2024-06-05", "stored", "next_check_at = '2024-07-11 11:59Z'");
    add("2024-06-06", "stored", "next_check_at = '2024-07-11 12:01Z'");
    add("2024-06-07", "stored", "next_check_at = NULL");
    add("2024-06-08", "sealed", "next_check_at = '2024-07-01 00:00Z'");
    add(
        "2024-06-09",
        "incomplete",
        "next_check_at = '2024-07-01 00:00Z', asked_at = '2024-07-11 11:00Z'");
    add("2024-06-10", "failed", "next_check_at = '2024-07-01 00:00Z'");
    add("2024-06-11", "requested", "active_run_id = 99, lease_until = now() + interval '1 hour'");
    add("2024-06-12", "requested", "wanted_at = now(), not_before = '2024-07-11 12:01Z'");
    relay.cut("ReceiveMessage", 0, false);
    world.with("daybook.schedule.enabled", "true").with("daybook.schedule.lookback-days", "1");
    world.start();
    watch.until(0, "SELECT count(*) FROM days WHERE wanted_at IS NOT NULL AND not_before IS NULL");
    await().atMost(Duration.ofSeconds(30)).until(() -> watch.asked() == 5);
    assertThat(bodies())
        .containsExactly(
            Watch.day("stripe", "2024-06-01"),
            Watch.day("stripe", "2024-06-03"),
            Watch.day("stripe", "2024-06-05"),
            Watch.day("stripe", "2024-06-08"),
            Watch.day("stripe", "2024-07-10"));
  }

  private static void fire(Application instance) {
    try (ProducerTemplate template = instance.camelContext().createProducerTemplate()) {
      template.sendBody("direct:reconcile-days", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String date, String state, String more) {
    world
        .sql()
        .update(
            """
            INSERT INTO days (gateway, business_date, state, proof, zone, window_from, window_to)
            VALUES ('stripe', ?::date, ?, CASE ? WHEN 'sealed' THEN 'declared-count' END, 'UTC',
                    ?::date, ?::date + 1)
            """,
            date,
            state,
            state,
            date,
            date);
    world.sql().update("UPDATE days SET " + more + " WHERE business_date = ?::date", date);
  }

  /** What the queue holds, in the order of its only group. */
  private List<String> bodies() {
    List<String> bodies = new ArrayList<>();
    String url = world.queues().daysUrl();
    for (List<Message> some = world.queues().receive(url);
        !some.isEmpty();
        some = world.queues().receive(url)) {
      some.forEach(message -> bodies.add(message.body()));
      some.forEach(message -> world.queues().delete(url, message));
    }
    return bodies;
  }
}
