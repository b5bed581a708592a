package io.daybook.evidence;

import io.daybook.archive.PageStore;
import io.daybook.database.Statements;
import io.daybook.message.DayRequest;
import io.daybook.message.InvalidMessageException;
import io.daybook.run.Run;
import io.daybook.seal.Verdicts;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Begins rebuilds of days from the archive, and gathers what they end with. */
public final class Rebuilds {
  private final ArchivedDays days;
  private final Statements statements;
  private final Verdicts verdicts;

  public Rebuilds(PageStore store, Statements statements, Verdicts verdicts) {
    this.days = new ArchivedDays(store, statements);
    this.statements = statements;
    this.verdicts = verdicts;
  }

  /**
   * Reads every page that is to be stored again, before anything is.
   *
   * @throws InvalidMessageException if there is nothing to rebuild from, or it is damaged
   */
  public Rebuild begin(DayRequest request) throws IOException {
    ArchivedDay day = days.check(request.gateway(), request.date());
    String obstacle = day.obstacle();
    if (obstacle != null) {
      throw InvalidMessageException.notRebuilt(request, obstacle);
    }
    boolean despiteDamage = request.rebuild() != null && request.rebuild().despiteDamage();
    if (!day.damage().isEmpty() && !despiteDamage) {
      throw InvalidMessageException.notRebuilt(
          request, "its archive is damaged: " + String.join("; ", day.damage()));
    }
    return new Rebuild(request, statements, day);
  }

  /** Returns what {@code judge-rebuild.sql} ends a run with. */
  public Map<String, Object> ending(Run run, Rebuild rebuild) {
    boolean complete = rebuild.saysWhatIsThere();
    List<String> vanished = complete ? verdicts.vanished(run) : List.of();
    Map<String, Object> parameters = new HashMap<>(run.parameters());
    parameters.put("pages", rebuild.stored());
    parameters.put("complete", complete);
    parameters.put("last", !rebuild.isUnfinished());
    parameters.put("damage", rebuild.damage());
    parameters.put("vanishedIds", vanished.toArray(String[]::new));
    return parameters;
  }
}
