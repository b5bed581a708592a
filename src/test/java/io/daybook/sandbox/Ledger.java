package io.daybook.sandbox;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that happened on one account with a provider. May change while it is being read. */
public final class Ledger {
  private static final Comparator<Entry> NEWEST_FIRST =
      Comparator.comparing(Entry::occurredAt).thenComparing(Entry::id).reversed();

  private final String gateway;
  private final ZoneId zone;
  private final Map<String, Entry> entries = new HashMap<>();
  private final Map<String, Integer> replacements = new HashMap<>();
  private @Nullable List<Entry> newestFirst;

  /** An empty account; its days are days of this zone. */
  public Ledger(String gateway, ZoneId zone) {
    this.gateway = gateway;
    this.zone = zone;
  }

  public String gateway() {
    return gateway;
  }

  public ZoneId zone() {
    return zone;
  }

  public Ledger add(Entry entry) {
    return addAll(Stream.of(entry));
  }

  public synchronized Ledger addAll(Stream<Entry> more) {
    more.forEach(this::addOne);
    newestFirst = null;
    return this;
  }

  private void addOne(Entry entry) {
    if (entries.putIfAbsent(entry.id(), entry) != null) {
      throw new IllegalArgumentException(gateway + " already has " + entry.id());
    }
  }

  /** The provider changes its mind about a transaction that it has reported before. */
  public synchronized Ledger replace(Entry entry) {
    if (entries.replace(entry.id(), entry) == null) {
      throw new IllegalArgumentException(gateway + " has no " + entry.id());
    }
    replacements.merge(entry.id(), 1, Integer::sum);
    newestFirst = null;
    return this;
  }

  /**
   * Which version of a transaction this is for one who downloads its day before each replacement.
   */
  public synchronized int version(String id) {
    return 1 + replacements.getOrDefault(id, 0);
  }

  /** The provider no longer reports a transaction. */
  public synchronized Ledger remove(String id) {
    if (entries.remove(id) == null) {
      throw new IllegalArgumentException(gateway + " has no " + id);
    }
    newestFirst = null;
    return this;
  }

  public synchronized Optional<Entry> find(String id) {
    return Optional.ofNullable(entries.get(id));
  }

  /** A copy of what is there now, in no order. */
  public synchronized Collection<Entry> entries() {
    return List.copyOf(entries.values());
  }

  /** The latest; there must be one. */
  Entry newest() {
    return newestFirst().get(0);
  }

  /** The transactions of one day, newest first. */
  public List<Entry> day(LocalDate date) {
    return between(
        date.atStartOfDay(zone).toInstant(), date.plusDays(1).atStartOfDay(zone).toInstant());
  }

  /**
   * From one instant on and before another, newest first; a view that later changes leave alone.
   */
  public List<Entry> between(Instant from, Instant before) {
    List<Entry> all = newestFirst();
    int first = firstNotAfter(all, before.minusNanos(1));
    return all.subList(first, Math.max(first, firstNotAfter(all, from.minusNanos(1))));
  }

  /** Where an entry stands in a list that {@link #between} gave. */
  static int indexOf(List<Entry> newestFirst, Entry entry) {
    int low = 0;
    int high = newestFirst.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (NEWEST_FIRST.compare(newestFirst.get(middle), entry) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static int firstNotAfter(List<Entry> all, Instant instant) {
    int low = 0;
    int high = all.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (all.get(middle).occurredAt().isAfter(instant)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private synchronized List<Entry> newestFirst() {
    List<Entry> sorted = newestFirst;
    if (sorted == null) {
      sorted = entries.values().stream().sorted(NEWEST_FIRST).toList();
      newestFirst = sorted;
    }
    return sorted;
  }
}
