package io.daybook.plan;

import io.daybook.store.Change;
import io.daybook.store.SeenIds;
import io.daybook.transaction.Transaction;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a run would write of a day. Transactions are counted, and of each kind only so many are told
 * one by one: memory does not grow with what they hold. Used by one writer.
 */
public final class Plan {
  private final Shown shown;
  private final Map<What, Long> counts = new EnumMap<>(What.class);
  private final Map<What, List<Planned>> told = new EnumMap<>(What.class);

  /** The ids of what would be written by now, and each id with its content. */
  private final SeenIds written = new SeenIds();

  Plan(Shown shown) {
    this.shown = shown;
  }

  /** Returns whether a transaction would have been written in this download. */
  public boolean hasWritten(String id) {
    return written.contains(id);
  }

  /** Returns whether it would have been written with this content. */
  public boolean hasWritten(String id, byte[] contentHash) {
    return written.contains(content(id, contentHash));
  }

  /** No id has this character: PostgreSQL could not hold it. */
  private static String content(String id, byte[] contentHash) {
    return id + '\0' + HexFormat.of().formatHex(contentHash);
  }

  /**
   * Takes what would be written.
   *
   * @param change what it would follow as its next version; null if it is not stored
   */
  public void write(Transaction transaction, @Nullable Change change) {
    boolean again = !written.add(transaction.id());
    written.add(content(transaction.id(), transaction.contentHash()));
    if (change != null) {
      tell(What.CHANGED, () -> Planned.changed(change, shown));
    } else if (again) {
      tell(What.CHANGED, () -> Planned.changedMeanwhile(transaction, shown));
    } else {
      tell(What.NEW, () -> Planned.added(transaction, shown));
    }
  }

  public void reject(String why) {
    tell(What.REJECTED, () -> Planned.rejected(why, shown));
  }

  void vanish(String id) {
    tell(What.VANISHED, () -> Planned.vanished(id, shown));
  }

  private void tell(What what, Supplier<Planned> planned) {
    count(what, 1);
    List<Planned> some = told.computeIfAbsent(what, each -> new ArrayList<>());
    if (some.size() < shown.limit()) {
      some.add(planned.get());
    }
  }

  /** Adds some that are not told one by one. */
  public void count(What what, long more) {
    counts.merge(what, more, Long::sum);
  }

  public long count(What what) {
    return counts.getOrDefault(what, 0L);
  }

  /** Returns those that are told, at most as many as the limit. */
  public List<Planned> told(What what) {
    return List.copyOf(told.getOrDefault(what, List.of()));
  }
}
