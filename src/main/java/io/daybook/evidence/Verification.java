package io.daybook.evidence;

import io.daybook.archive.PageRecord;
import io.daybook.archive.PageStore;
import io.daybook.database.Statements;
import io.daybook.gateway.Gateway;
import io.daybook.gateway.GatewayAnswerException;
import io.daybook.gateway.Provider;
import io.daybook.page.Erasures;
import io.daybook.transaction.JsonTransactions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * Compares the archive of a day with the tables, as a stream: what it holds in memory does not grow
 * with the day. It changes nothing.
 */
public final class Verification {
  private final PageStore store;
  private final Statements statements;
  private final Function<String, Provider> providers;

  /** Takes statements that all run on one connection, since a temporary table is that one's own. */
  public Verification(
      PageStore store, Statements statements, Function<String, Provider> providers) {
    this.store = store;
    this.statements = statements;
    this.providers = providers;
    statements.update("create-met", Map.of());
  }

  public DayEvidence verify(Gateway gateway, LocalDate date) {
    List<ArchivedRun> runs = ArchivedDays.runs(statements, gateway.name(), date);
    ArchivedRun last = runs.stream().filter(ArchivedRun::complete).reduce((a, b) -> b).orElse(null);
    if (last == null) {
      return DayEvidence.unverified(gateway.name(), date);
    }
    if (last.goneAt() != null) {
      return DayEvidence.expired(last);
    }
    try {
      return verify(gateway, last, runs);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(
          "The archive %s cannot be read".formatted(store.place()), unreadable);
    }
  }

  private DayEvidence verify(Gateway gateway, ArchivedRun run, List<ArchivedRun> runs)
      throws IOException {
    Findings findings = new Findings();
    List<String> notes = new ArrayList<>();
    Rows rows = new Rows(statements, run.gateway(), run.date());
    JsonTransactions mapping = providers.apply(gateway.provider()).transactions();
    Set<String> erasures = new Erasures(statements).of(gateway.name());
    ErasedCheck erased = new ErasedCheck(erasures);
    RowCheck check = new RowCheck(rows, mapping, gateway.day(run.date()), findings, erased);
    PageContents contents = new PageContents(store, mapping.records(), erasures);
    Counter counter = new Counter(run, check, contents, findings);
    new RunCheck(store, statements).check(run, findings, counter::read, damaged -> {});
    check.end();
    counter.end();
    new Strays(store, statements, rows, mapping, erasures).find(run, runs, findings, notes);
    notes.addAll(rows.erasures(erased.erasures()));
    return new DayEvidence(
        run.gateway(),
        run.date(),
        result(findings, erased),
        run.id(),
        run.pages(),
        counter.transactions,
        check.superseded(),
        erased.count(),
        findings.words(),
        notes);
  }

  private static DayEvidence.Result result(Findings findings, ErasedCheck erased) {
    if (!findings.isEmpty()) {
      return DayEvidence.Result.DAMAGED;
    }
    return erased.count() > 0 ? DayEvidence.Result.ERASED : DayEvidence.Result.VERIFIED;
  }

  /** Reads pages and counts what they hold, beside what the run counted. */
  private static final class Counter {
    private final ArchivedRun run;
    private final RowCheck check;
    private final PageContents contents;
    private final Findings findings;
    private long transactions;
    private long pages;

    Counter(ArchivedRun run, RowCheck check, PageContents contents, Findings findings) {
      this.run = run;
      this.check = check;
      this.contents = contents;
      this.findings = findings;
    }

    void read(PageRecord page) {
      String where = "run %d page %d".formatted(run.id(), page.number());
      pages++;
      if (page.isSummary()) {
        return;
      }
      try {
        long found = contents.read(page, batch -> check.check(page, where, batch));
        transactions += found;
        Long counted = page.transactions();
        if (counted == null ? found != 0 : found != counted) {
          findings.add(
              "%s: holds %d transactions, and %d were counted"
                  .formatted(where, found, Objects.requireNonNullElse(counted, 0L)));
        }
      } catch (GatewayAnswerException unreadable) {
        findings.add("%s: cannot be read: %s".formatted(where, unreadable.getMessage()));
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }

    /** A page that is damaged was told of already, and leaves the sum short. */
    void end() {
      if (pages == run.pages() && transactions != run.fetched()) {
        findings.add(
            "run %d fetched %d transactions, and its pages hold %d"
                .formatted(run.id(), run.fetched(), transactions));
      }
    }
  }
}
