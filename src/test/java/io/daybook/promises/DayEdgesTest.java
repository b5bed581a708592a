package io.daybook.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.sandbox.Entry;
import io.daybook.sandbox.History;
import io.daybook.sandbox.Kind;
import io.daybook.sandbox.Ledger;
import io.daybook.sandbox.Truth;
import io.daybook.testing.World;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A day is the gateway's own, from its first moment to its last, and nobody else's. */
class DayEdgesTest {
  private static final LocalDate DATE = World.YESTERDAY.minusDays(4);

  private final World world = new World();
  private final Watch watch = new Watch(world);

  @AfterEach
  void close() {
    world.close();
  }

  @ParameterizedTest
  @CsvSource({"stripe, UTC", "stripe-uae, Asia/Dubai", "moyasar, Asia/Riyadh"})
  void the_first_and_the_last_moment_are_in_and_the_neighbours_are_out(
      String gateway, ZoneId zone) {
    Ledger ledger = world.gateways().truth().ledger(gateway);
    List<Entry> day = ledger.day(DATE);
    Entry first = day.get(day.size() - 1);
    Entry last = day.get(0);
    assertThat(first.occurredAt()).isEqualTo(DATE.atStartOfDay(zone).toInstant());
    assertThat(last.occurredAt())
        .isBetween(
            DATE.plusDays(1).atStartOfDay(zone).toInstant().minus(Duration.ofSeconds(1)),
            DATE.plusDays(1).atStartOfDay(zone).toInstant());
    List<Entry> dayAfter = ledger.day(DATE.plusDays(1));
    String lastBefore = ledger.day(DATE.minusDays(1)).get(0).id();
    String firstAfter = dayAfter.get(dayAfter.size() - 1).id();

    world.start();
    world.queues().send(gateway, Watch.day(gateway, DATE));
    watch.untilSucceeded(1);
    assertThat(watch.ids(gateway, DATE))
        .contains(first.id(), last.id())
        .doesNotContain(lastBefore, firstAfter)
        .isEqualTo(ids(gateway));
    assertThat(watch.number("SELECT count(*) FROM transactions")).isEqualTo(day.size());

    world.queues().send(gateway, Watch.day(gateway, DATE.minusDays(1)));
    world.queues().send(gateway, Watch.day(gateway, DATE.plusDays(1)));
    watch.untilSucceeded(3);
    assertThat(watch.ids(gateway, DATE.minusDays(1))).contains(lastBefore);
    assertThat(watch.ids(gateway, DATE.plusDays(1))).contains(firstAfter);
    assertThat(watch.ids(gateway, DATE)).isEqualTo(ids(gateway));
  }

  @ParameterizedTest
  @CsvSource({
    "America/New_York, 2024-03-10, 23",
    "America/New_York, 2023-11-05, 25",
    "Africa/Cairo, 2024-04-26, 23"
  })
  void a_day_on_which_the_clocks_change_is_as_long_as_it_is(
      ZoneId zone, LocalDate date, long hours) {
    Ledger ledger =
        new History("abroad", Kind.STRIPE, zone, 120).between(date.minusDays(1), date.plusDays(1));
    world.gateways().stripe().account("sk_test_abroad", ledger);
    world
        .with("daybook.gateways", "abroad")
        .with("daybook.gateway.abroad.provider", "stripe")
        .with("daybook.gateway.abroad.url", world.gateways().stripe().url())
        .with("daybook.gateway.abroad.secret-key", "sk_test_abroad")
        .with("daybook.gateway.abroad.zone", zone.getId());
    world.start();
    world.queues().send("abroad", Watch.day("abroad", date));
    watch.untilSucceeded(1);
    assertThat(
            watch.number(
                "SELECT CAST(extract(epoch FROM window_to - window_from) AS bigint) / 3600 FROM days"))
        .isEqualTo(hours);
    assertThat(watch.ids("abroad", date)).isEqualTo(new Truth(ledger).day("abroad", date).ids());
  }

  @Test
  void two_accounts_of_one_provider_never_mix() {
    Ledger one = world.gateways().truth().ledger("stripe");
    Ledger other = world.gateways().truth().ledger("stripe-uae");
    Entry shared =
        one.day(DATE).get(one.day(DATE).size() / 2); // about noon, the same date for both
    other.add(shared.withAmount(shared.amountMinor() + 7));
    world.start();
    world.queues().send("a", Watch.day("stripe", DATE));
    world.queues().send("b", Watch.day("stripe-uae", DATE));
    watch.untilSucceeded(2);

    assertThat(world.differences("stripe", DATE)).isEmpty();
    assertThat(world.differences("stripe-uae", DATE)).isEmpty();
    assertThat(watch.ids("stripe", DATE)).isEqualTo(ids("stripe"));
    assertThat(watch.ids("stripe-uae", DATE)).isEqualTo(ids("stripe-uae"));
    Set<String> both = new HashSet<>(watch.ids("stripe", DATE));
    both.retainAll(watch.ids("stripe-uae", DATE));
    assertThat(both).containsExactly(shared.id());
    assertThat(watch.number("SELECT count(*) FROM transactions WHERE version > 1")).isZero();
    assertThat(
            watch.lines(
                "SELECT gateway || ' ' || zone || ' ' || (window_from AT TIME ZONE 'UTC') FROM days ORDER BY 1"))
        .containsExactly(
            "stripe UTC 2024-07-06 00:00:00", "stripe-uae Asia/Dubai 2024-07-05 20:00:00");
  }

  private Set<String> ids(String gateway) {
    return world.gateways().truth().day(gateway, DATE).ids();
  }
}
