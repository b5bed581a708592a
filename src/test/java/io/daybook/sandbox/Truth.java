package io.daybook.sandbox;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What must be stored, told by the accounts' own entries: neither by the JSON that the stand-ins
 * make of them nor by any code of the application. Always of this moment.
 */
public final class Truth {
  private final List<Ledger> ledgers;

  public Truth(Ledger... ledgers) {
    this.ledgers = List.of(ledgers);
  }

  public List<Ledger> ledgers() {
    return ledgers;
  }

  public Ledger ledger(String gateway) {
    return ledgers.stream()
        .filter(ledger -> ledger.gateway().equals(gateway))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No account for " + gateway));
  }

  public DayTruth day(String gateway, LocalDate date) {
    Ledger ledger = ledger(gateway);
    List<Entry> entries =
        ledger.entries().stream().filter(entry -> dateOf(entry, ledger).equals(date)).toList();
    Set<String> ids = entries.stream().map(Entry::id).collect(Collectors.toUnmodifiableSet());
    return new DayTruth(gateway, date, entries.size(), posted(entries), ids, hash(ledger, ids));
  }

  /** All that must be stored. */
  public Totals totals() {
    List<Entry> all = ledgers.stream().flatMap(ledger -> ledger.entries().stream()).toList();
    SetHash hash = new SetHash();
    ledgers.forEach(
        l -> l.entries().forEach(e -> hash.add(l.gateway(), e.id(), l.version(e.id()))));
    return new Totals(all.size(), posted(all), hash.toString());
  }

  /**
   * The calendar date at that moment on a clock in the gateway's zone: no window is computed for
   * it.
   */
  static LocalDate dateOf(Entry entry, Ledger ledger) {
    return entry.occurredAt().atZone(ledger.zone()).toLocalDate();
  }

  private static SortedMap<String, Long> posted(Collection<Entry> entries) {
    return entries.stream()
        .filter(entry -> entry.effect() == Effect.POSTED)
        .collect(
            Collectors.toMap(Entry::currency, Entry::amountMinor, Math::addExact, TreeMap::new));
  }

  private static String hash(Ledger ledger, Collection<String> ids) {
    SetHash hash = new SetHash();
    ids.forEach(id -> hash.add(ledger.gateway(), id, ledger.version(id)));
    return hash.toString();
  }
}
