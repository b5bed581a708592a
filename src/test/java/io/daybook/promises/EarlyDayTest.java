package io.daybook.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.testing.OwnGateway;
import io.daybook.testing.World;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A day that is asked for before its gateway can be complete waits, and holds up nobody. */
class EarlyDayTest {
  private static final LocalDate EARLIER = World.YESTERDAY.minusDays(1);

  private final World world = new World();
  private final Watch watch = new Watch(world);
  private final OwnGateway gateway = new OwnGateway(world);

  @AfterEach
  void close() {
    world.close();
    gateway.close();
  }

  @Test
  void a_day_that_may_still_grow_is_put_off_and_asked_for_once_it_is_settled() {
    list();
    world.with("daybook.gateway.own.settle-delay", "PT13H");
    world.start();
    world.queues().send("own", Watch.day("own", World.YESTERDAY));
    world.queues().send("own", Watch.day("own", EARLIER));
    watch.untilSucceeded(1);
    assertThat(watch.lines(STATES))
        .containsExactly("2024-07-09 sealed - -", "2024-07-10 requested wanted 07-11 13:00");
    assertThat(watch.number("SELECT count(*) FROM runs")).isOne();
    assertThat(watch.number("SELECT count(*) FROM dead_letters")).isZero();

    world.later(Duration.ofHours(1)).start();
    watch.untilSucceeded(2);
    assertThat(watch.lines(STATES)).anyMatch(day -> day.startsWith("2024-07-10 sealed - "));
  }

  @Test
  void a_gateway_that_says_it_is_not_ready_is_asked_again_later_and_no_attempt_is_counted() {
    gateway.correct("declaredCount: total", "declaredCount: total\n        dataUntil: iso until");
    gateway.saying("\"until\":\"2024-07-10T23:59:59+0000\",");
    list();
    world.with("daybook.worker.attempts", "1");
    world.start();
    world.queues().send("own", Watch.day("own", World.YESTERDAY));
    world.queues().send("own", Watch.day("own", EARLIER));
    watch.untilSucceeded(1);
    assertThat(watch.lines(STATES))
        .containsExactly("2024-07-09 sealed - -", "2024-07-10 requested wanted 07-11 12:15");
    assertThat(watch.lines("SELECT outcome || ' ' || cause FROM runs WHERE cause IS NOT NULL"))
        .containsExactly("stopped not-ready");
    assertThat(watch.number("SELECT count(*) FROM dead_letters")).isZero();

    gateway.saying("\"until\":\"2024-07-11T00:00:00Z\",");
    list();
    world.later(Duration.ofMinutes(15)).start();
    watch.untilSucceeded(2);
    assertThat(watch.lines(STATES)).anyMatch(day -> day.startsWith("2024-07-10 sealed - "));
    assertThat(watch.number("SELECT max(attempt) FROM runs")).isOne();
  }

  @Test
  void a_date_that_is_over_in_one_zone_only_waits_where_it_is_not() {
    world
        .with("daybook.gateways", "own,east")
        .with("daybook.gateway.east.provider", "own")
        .with("daybook.gateway.east.url", world.settings().get("daybook.gateway.own.url"))
        .with("daybook.gateway.east.zone", "Pacific/Kiritimati");
    list();
    world.start();
    world.queues().send("any", "2024-07-11");
    watch.until(2, "SELECT count(*) FROM days");
    watch.untilNothingIsAsked();
    assertThat(
            watch.lines(
                "SELECT gateway FROM days WHERE wanted_at IS NOT NULL AND not_before = '2024-07-12 00:00Z'"))
        .containsExactly("own");
    assertThat(watch.number("SELECT count(*) FROM dead_letters WHERE gateway = 'own'")).isZero();
  }

  private static final String STATES =
      """
      SELECT business_date || ' ' || state || CASE WHEN wanted_at IS NULL THEN ' - ' ELSE ' wanted ' END
             || coalesce(to_char(not_before AT TIME ZONE 'UTC', 'MM-DD HH24:MI'), '-')
      FROM days ORDER BY 1
      """;

  private void list() {
    for (LocalDate date : List.of(EARLIER, World.YESTERDAY)) {
      gateway.list(date, List.of(OwnGateway.transaction(date, "t-" + date, "paid", "r")));
    }
  }
}
