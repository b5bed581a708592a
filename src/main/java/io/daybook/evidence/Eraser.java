package io.daybook.evidence;

import io.daybook.archive.PageRecord;
import io.daybook.archive.PageRecords;
import io.daybook.archive.PageStore;
import io.daybook.database.Statements;
import io.daybook.gateway.Provider;
import io.daybook.gateway.Secrets;
import io.daybook.page.Erasures;
import io.daybook.page.RecordEraser;
import io.daybook.transaction.ErasedRecord;
import io.daybook.transaction.Erasure;
import io.daybook.transaction.JsonTransactions;
import io.daybook.transaction.RawTransaction;
import java.io.IOException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Erases transactions, in an order that can be begun again wherever it broke off:
 *
 * <ol>
 *   <li>the erasure is noted, so that no download brings them into the archive any more;
 *   <li>page after page is written anew;
 *   <li>the rows follow, last, since they tell by which reference and in which days to search.
 * </ol>
 */
public final class Eraser {
  private static final Secrets NONE = new Secrets(List.of());

  private final PageStore store;
  private final Statements statements;
  private final Function<String, Provider> providers;

  Eraser(PageStore store, Statements statements, Function<String, Provider> providers) {
    this.store = store;
    this.statements = statements;
    this.providers = providers;
  }

  ErasureReport erase(ErasureRequest request) throws IOException {
    JsonTransactions mapping = providers.apply(request.gateway().provider()).transactions();
    Set<String> known = new Erasures(statements).of(request.gateway().name());
    Erasable found = new Erasable(request, mapping, known);
    found.find(statements);
    if (!found.isFound() && !request.allPages()) {
      return new ErasureReport(List.of(), 0, 0, 0, List.of());
    }
    PageEraser pages = new PageEraser(store, statements, request.erasure(), request.dryRun());
    if (request.dryRun()) {
      erasePages(request, found, mapping, known, pages);
      return report(found, found.versions(), pages, List.of());
    }
    List<String> atWork = begin(request, found);
    erasePages(request, found, mapping, known, pages);
    ErasureReport report = report(found, eraseRows(request, found, mapping), pages, atWork);
    end(request, report);
    return report;
  }

  private static ErasureReport report(
      Erasable found, long versions, PageEraser pages, List<String> atWork) {
    List<String> problems = new ArrayList<>(atWork);
    problems.addAll(pages.problems());
    List<String> ids = List.copyOf(found.ids());
    return new ErasureReport(ids, versions, found.rejected().size(), pages.pages(), problems);
  }

  /** Returns which runs may still know nothing of it. */
  private List<String> begin(ErasureRequest request, Erasable found) {
    Map<String, Object> erasure = new HashMap<>();
    erasure.put("erasure", request.erasure().id());
    erasure.put("gateway", request.gateway().name());
    erasure.put("ids", found.ids().toArray(String[]::new));
    erasure.put("by", request.by());
    erasure.put("reason", request.reason());
    erasure.put("at", Timestamp.from(request.erasure().at()));
    statements.update("insert-erasure", erasure);
    return statements.query(
        "find-runs-at-work",
        Map.of("gateway", request.gateway().name()),
        (row, index) ->
            "run %d of %s is at work, and may archive it once more: type this again when it has ended"
                .formatted(row.getLong("run_id"), row.getString("business_date")));
  }

  private void erasePages(
      ErasureRequest request,
      Erasable found,
      JsonTransactions mapping,
      Set<String> known,
      PageEraser eraser)
      throws IOException {
    Function<RawTransaction, @Nullable Erasure> chosen =
        raw -> found.matches(raw) ? request.erasure() : null;
    Mentions mentions =
        new Mentions(
            Stream.concat(found.ids().stream(), Stream.ofNullable(request.reference())).toList());
    for (ArchivedRun run : runs(request, found)) {
      PageRecords pages = new PageRecords(statements, run.id());
      while (pages.hasNext()) {
        PageRecord page = pages.next();
        if (!page.isSummary()) {
          Set<String> inPage = page.erasedAt() == null ? Set.of() : known;
          RecordEraser records = new RecordEraser(mapping, inPage, chosen, NONE);
          eraser.erase(run, page, records, mentions);
        }
      }
    }
  }

  private List<ArchivedRun> runs(ErasureRequest request, Erasable found) {
    String[] dates =
        found.dates().stream()
            .flatMap(date -> Stream.of(date.minusDays(1), date, date.plusDays(1)))
            .map(Objects::toString)
            .toArray(String[]::new);
    return statements.query(
        "find-runs-to-erase",
        Map.of("gateway", request.gateway().name(), "all", request.allPages(), "dates", dates),
        ArchivedRun::of);
  }

  /** Until nothing is left: a batch that was being written meanwhile may have superseded a row. */
  private long eraseRows(ErasureRequest request, Erasable found, JsonTransactions mapping) {
    RecordEraser notes = new RecordEraser(mapping, Set.of(), raw -> null, NONE);
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("gateway", request.gateway().name());
    parameters.put("ids", found.ids().toArray(String[]::new));
    parameters.put("note", ErasedRecord.note(request.erasure()));
    parameters.put("at", Timestamp.from(request.erasure().at()));
    parameters.put("rejectedIds", found.rejected().keySet().toArray(Long[]::new));
    parameters.put(
        "rejectedRaws",
        found.rejected().values().stream()
            .map(raw -> notes.note(raw, request.erasure()))
            .toArray(byte[][]::new));
    long all = 0;
    for (long more = eraseRows(parameters); more > 0; more = eraseRows(parameters)) {
      all += more;
    }
    return all;
  }

  private long eraseRows(Map<String, Object> parameters) {
    return statements.query("erase-rows", parameters, (row, index) -> row.getLong(1)).get(0);
  }

  private void end(ErasureRequest request, ErasureReport report) {
    statements.update(
        "end-erasure",
        Map.of(
            "erasure", request.erasure().id(),
            "versions", report.versions(),
            "rejected", report.rejected(),
            "pages", report.pages()));
  }
}
