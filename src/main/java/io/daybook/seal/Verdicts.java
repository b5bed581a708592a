package io.daybook.seal;

import io.daybook.database.Statements;
import io.daybook.gateway.BusinessDay;
import io.daybook.gateway.Declared;
import io.daybook.page.Download;
import io.daybook.run.Run;
import io.daybook.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what a day is judged by once it was downloaded: what the gateway declares, what it
 * listed, and what is stored that it no longer lists.
 */
public final class Verdicts {
  private final Settings settings;
  private final Statements statements;
  private final Clock clock;

  public Verdicts(Settings settings, Statements statements, Clock clock) {
    this.settings = settings;
    this.statements = statements;
    this.clock = clock;
  }

  /** Returns what {@code seal-day.sql} judges by. */
  public Map<String, Object> of(Run run, Download download) {
    List<String> vanished = new ArrayList<>();
    forEachVanished(run, download.declared(), vanished::add);
    return Verdict.ofDownload(
        run, download.declared(), vanished, isQuietFrom(run, download.begunAt()), nextCheck(run));
  }

  /** Shows what vanished. Only a download that contradicts nothing can say so. */
  public void forEachVanished(Run run, Declared declared, Consumer<String> ids) {
    if (!Verdict.isContradicted(run, declared)) {
      forEachVanished(run, ids);
    }
  }

  /** Returns what is stored of the day, and was not met by a run. */
  public List<String> vanished(Run run) {
    List<String> vanished = new ArrayList<>();
    forEachVanished(run, vanished::add);
    return vanished;
  }

  /** An empty list is no word about single transactions; the verdict has a word of its own. */
  private void forEachVanished(Run run, Consumer<String> ids) {
    if (!run.seen().isEmpty()) {
      statements.forEach(
          "find-day-ids",
          run.parameters(),
          row -> {
            String id = Objects.requireNonNull(row.getString(1));
            if (!run.seen().contains(id)) {
              ids.accept(id);
            }
          });
    }
  }

  /**
   * Not before the first recheck is due: a look seconds after the first would prove nothing of what
   * a gateway shows late.
   */
  private boolean isQuietFrom(Run run, Instant begunAt) {
    int days = recheckDays(run).findFirst().orElse(1);
    return !begunAt.isBefore(run.day().to().plus(Duration.ofDays(days)));
  }

  private @Nullable Instant nextCheck(Run run) {
    BusinessDay day = run.day();
    Instant now = clock.instant();
    return recheckDays(run)
        .map(days -> day.to().plus(Duration.ofDays(days)))
        .filter(check -> check.isAfter(now))
        .findFirst()
        .orElse(null);
  }

  private Stream<Integer> recheckDays(Run run) {
    return Objects.requireNonNull(settings.gateways().get(run.gateway()))
        .recheckDays(settings.schedule())
        .stream()
        .sorted();
  }
}
