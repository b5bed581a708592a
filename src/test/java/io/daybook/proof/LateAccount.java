package io.daybook.proof;

import io.daybook.sandbox.Entry;
import io.daybook.sandbox.History;
import io.daybook.sandbox.Kind;
import io.daybook.sandbox.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One account whose provider lists some transactions of each day only so many minutes after the
 * day's end: one of a hundred, and those that lie exactly on the day's edges.
 */
final class LateAccount {
  private static final int SHORTEST_MINUTES = 1;
  private static final int LONGEST_MINUTES = 240;
  private static final int ONE_OF = 100;

  /** A transaction, and from when on the provider lists it. */
  private record Late(Entry entry, Instant from) {}

  private final String name;
  private final Kind kind;
  private final ZoneId zone;
  private final Duration settleDelay;
  private final Ledger books;
  private final Ledger listed;
  private final Map<LocalDate, List<Late>> late = new TreeMap<>();

  LateAccount(String name, Kind kind, ZoneId zone, Duration settleDelay) {
    this.name = name;
    this.kind = kind;
    this.zone = zone;
    this.settleDelay = settleDelay;
    books = new Ledger(name, zone);
    listed = new Ledger(name, zone);
  }

  /**
   * Adds days of exactly so many ordinary transactions, and after them quiet days with one in their
   * first and one in their last moment. Just before and just behind all these lies one more, of
   * days that nobody asks for.
   */
  void fill(List<LocalDate> days, int perDay, List<LocalDate> quiet, Random random) {
    History history = new History(name, kind, zone, perDay);
    days.forEach(date -> hideSome(date, history.day(date, perDay).toList(), random));
    for (LocalDate date : quiet) {
      List<Entry> edges = history.day(date, 2).toList();
      listed.addAll(edges.stream());
      books.addAll(edges.stream());
    }
    listed.add(entry(start(days.get(0)).minus(kind.tick()), random));
    listed.add(entry(end(quiet.get(quiet.size() - 1)), random));
  }

  private void hideSome(LocalDate date, List<Entry> day, Random random) {
    List<Entry> mixed = new ArrayList<>(day);
    Collections.shuffle(mixed, random);
    List<Entry> some = mixed.subList(0, Math.max(1, day.size() / ONE_OF));
    listed.addAll(mixed.subList(some.size(), mixed.size()).stream());
    some.forEach(entry -> hide(date, entry, minutes(random)));
    hide(date, entry(start(date), random), SHORTEST_MINUTES);
    hide(date, entry(end(date).minus(kind.tick()), random), LONGEST_MINUTES);
    books.addAll(day.stream());
    books.addAll(late.get(date).stream().skip(some.size()).map(Late::entry));
  }

  private Entry entry(Instant at, Random random) {
    return kind.entry(at, new SplittableRandom(random.nextLong()));
  }

  private static int minutes(Random random) {
    return random.nextInt(SHORTEST_MINUTES, LONGEST_MINUTES + 1);
  }

  private void hide(LocalDate date, Entry entry, int minutes) {
    Instant from = end(date).plus(Duration.ofMinutes(minutes));
    late.computeIfAbsent(date, day -> new ArrayList<>()).add(new Late(entry, from));
  }

  /** Lists from now on what is not hidden any more. */
  synchronized void show(Instant now) {
    late.values().stream()
        .flatMap(List::stream)
        .filter(each -> !each.from().isAfter(now))
        .map(Late::entry)
        .filter(entry -> listed.find(entry.id()).isEmpty())
        .forEach(listed::add);
  }

  /** The ids that a download at the day's first due instant cannot see. */
  Set<String> lateIds(LocalDate date) {
    return late.get(date).stream()
        .filter(each -> each.from().isAfter(due(date)))
        .map(each -> each.entry().id())
        .collect(Collectors.toSet());
  }

  /** When the day is downloaded for the first time, if the schedule is prompt. */
  Instant due(LocalDate date) {
    return end(date).plus(settleDelay);
  }

  Instant start(LocalDate date) {
    return date.atStartOfDay(zone).toInstant();
  }

  Instant end(LocalDate date) {
    return start(date.plusDays(1));
  }

  String name() {
    return name;
  }

  /** Whether the provider declares how many transactions a day has. */
  boolean declares() {
    return kind == Kind.MOYASAR;
  }

  ZoneId zone() {
    return zone;
  }

  Duration settleDelay() {
    return settleDelay;
  }

  /** All that must be stored. */
  Ledger books() {
    return books;
  }

  /** What the provider lists by now. */
  Ledger listed() {
    return listed;
  }
}
