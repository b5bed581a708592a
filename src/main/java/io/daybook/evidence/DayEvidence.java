package io.daybook.evidence;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check of a day found.
 *
 * @param runId the last complete run, which is the one that was checked; null if there is none
 * @param superseded transactions of which the table has a later version than the archive shows
 * @param erased transactions of which page and row hold a note only
 * @param notes what is not wrong, but should be known
 */
public record DayEvidence(
    String gateway,
    LocalDate date,
    Result result,
    @Nullable Long runId,
    long pages,
    long transactions,
    long superseded,
    long erased,
    List<String> problems,
    List<String> notes) {

  /** How a check of a day ends. */
  public enum Result {
    /** Archive and tables say the same. */
    VERIFIED,
    /** They do, but for transactions that were erased because a person asked for it. */
    ERASED,
    /** They do not, or the archive is not what it was. */
    DAMAGED,
    /** Retention removed the archive of the day's last complete run. */
    EXPIRED,
    /** No run has read the day to its end so far. */
    UNVERIFIED
  }

  public DayEvidence {
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
  }

  static DayEvidence unverified(String gateway, LocalDate date) {
    return without(gateway, date, Result.UNVERIFIED, null, "no run has read it to its end");
  }

  static DayEvidence expired(ArchivedRun run) {
    String since = "retention removed the pages of run %d on %s".formatted(run.id(), run.goneAt());
    return without(run.gateway(), run.date(), Result.EXPIRED, run.id(), since);
  }

  private static DayEvidence without(
      String gateway, LocalDate date, Result result, @Nullable Long runId, String note) {
    return new DayEvidence(gateway, date, result, runId, 0, 0, 0, 0, List.of(), List.of(note));
  }
}
