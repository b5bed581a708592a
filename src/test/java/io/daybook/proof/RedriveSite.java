package io.daybook.proof;

import io.daybook.command.Shell;
import io.daybook.database.Migrations;
import io.daybook.sandbox.Comparison;
import io.daybook.sandbox.EmbeddedQueue;
import io.daybook.sandbox.History;
import io.daybook.sandbox.Kind;
import io.daybook.sandbox.Ledger;
import io.daybook.sandbox.StripeStandIn;
import io.daybook.sandbox.Truth;
import io.daybook.settings.Settings;
import io.daybook.testing.Letters;
import io.daybook.testing.QueueRelay;
import io.daybook.testing.World;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Twenty gateways, a hundred days of some transactions each, and dead letters of their days. */
final class RedriveSite implements AutoCloseable {
  /** A dead letter, by what a filter asks for. */
  record Letter(long id, String gateway, LocalDate date, String cause) {}

  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

  private final World world = new World();
  private final StripeStandIn standIn = new StripeStandIn(0);
  private final Letters letters = new Letters(world);
  private final QueueRelay relay = new QueueRelay(EmbeddedQueue.shared().endpoint());
  private final Truth truth;

  RedriveSite() {
    truth = new Truth(IntStream.range(0, 20).mapToObj(RedriveSite::ledger).toArray(Ledger[]::new));
    world.settings().keySet().removeIf(name -> name.startsWith("daybook.gateway."));
    world.with("daybook.gateways", String.join(",", names()));
    truth.ledgers().forEach(this::enable);
    world.with("daybook.queue.endpoint", relay.endpoint());
    Migrations.migrate(Settings.of(world.settings()).database());
  }

  private static Ledger ledger(int number) {
    return new History("gateway-%02d".formatted(number), Kind.STRIPE, ZoneOffset.UTC, 3)
        .between(FIRST, FIRST.plusDays(99));
  }

  private List<String> names() {
    return truth.ledgers().stream().map(Ledger::gateway).toList();
  }

  private void enable(Ledger ledger) {
    String prefix = "daybook.gateway." + ledger.gateway() + ".";
    standIn.account("sk_test_" + ledger.gateway(), ledger);
    world
        .with(prefix + "provider", "stripe")
        .with(prefix + "url", standIn.url())
        .with(prefix + "secret-key", "sk_test_" + ledger.gateway())
        .with(prefix + "since", FIRST.toString())
        .with(prefix + "settle-delay", "PT0S");
  }

  /** So many days have failed. */
  List<Letter> fail(int count) {
    letters.add(count);
    return world
        .sql()
        .query(
            "SELECT * FROM dead_letters ORDER BY dead_letter_id",
            (row, n) ->
                new Letter(
                    row.getLong("dead_letter_id"),
                    row.getString("gateway"),
                    row.getObject("business_date", LocalDate.class),
                    row.getString("cause")));
  }

  Shell.Result type(String... words) {
    return new Shell(world)
        .type(Stream.concat(Stream.of("dead-letters"), Stream.of(words)).toArray(String[]::new));
  }

  /** A process of its own, that can be killed. */
  Process start(String... words) {
    return new KillableCommand(world.settings()).start(words);
  }

  QueueRelay relay() {
    return relay;
  }

  Letters letters() {
    return letters;
  }

  World world() {
    return world;
  }

  int count(String fromWhere) {
    Integer count = world.sql().queryForObject("SELECT count(*) FROM " + fromWhere, Integer.class);
    return count == null ? 0 : count;
  }

  /** The numbers of those that were redriven once. */
  Set<Long> redriven() {
    return new TreeSet<>(
        world
            .sql()
            .queryForList(
                "SELECT dead_letter_id FROM dead_letters WHERE state = 'redriven' AND redrives = 1",
                Long.class));
  }

  /** What the tables say otherwise than the gateways' own books about these days. */
  List<String> differences(List<Letter> days) {
    Comparison comparison = new Comparison(world.database(), truth);
    return days.stream()
        .flatMap(day -> comparison.differences(day.gateway(), day.date()).stream())
        .toList();
  }

  @Override
  public void close() {
    world.close();
    relay.close();
    standIn.close();
  }
}
