package io.daybook.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A believable past of one account: what happened on a day depends on the gateway's name and the
 * date alone. Each day has a transaction in its very first and in its very last moment, so that a
 * window that is off by one shows.
 */
public record History(String gateway, Kind kind, ZoneId zone, int perDay) {
  private static final int DAYS = 21;
  private static final List<Double> WEEK = List.of(0.9, 1.0, 1.05, 1.1, 1.25, 0.8, 0.6);

  /** An account with three weeks, the given day being the last. */
  public Ledger until(LocalDate last) {
    return between(firstDay(last), last);
  }

  /** The first of those three weeks' days. */
  public static LocalDate firstDay(LocalDate last) {
    return last.minusDays(DAYS - 1L);
  }

  public Ledger between(LocalDate first, LocalDate last) {
    Ledger ledger = new Ledger(gateway, zone);
    first.datesUntil(last.plusDays(1)).forEach(date -> ledger.addAll(day(date)));
    return ledger;
  }

  /** An ordinary day, busier or quieter by the weekday and a little by chance. */
  public Stream<Entry> day(LocalDate date) {
    double rhythm = WEEK.get(date.getDayOfWeek().getValue() - 1);
    double chance = 0.9 + 0.2 * random(date).nextDouble();
    return day(date, Math.max(2, (int) (perDay * rhythm * chance)));
  }

  /** A day of exactly this many, two at least; made one after the other. */
  public Stream<Entry> day(LocalDate date, int count) {
    Instant start = date.atStartOfDay(zone).toInstant();
    Instant end = date.plusDays(1).atStartOfDay(zone).toInstant();
    SplittableRandom random = random(date);
    return Stream.concat(
            Stream.of(start, end.minus(kind.tick())),
            IntStream.range(2, count).mapToObj(i -> moment(start, end, random)))
        .map(at -> kind.entry(at, random));
  }

  /** Any moment of the day, the middle more often than the night. */
  private Instant moment(Instant start, Instant end, SplittableRandom random) {
    long ticks = Duration.between(start, end).dividedBy(kind.tick());
    return start.plus(
        kind.tick().multipliedBy((random.nextLong(ticks) + random.nextLong(ticks)) / 2));
  }

  private SplittableRandom random(LocalDate date) {
    return new SplittableRandom(gateway.hashCode() * 1_000_003L + date.toEpochDay());
  }
}
