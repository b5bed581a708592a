package io.daybook;

import com.zaxxer.hikari.HikariDataSource;
import io.daybook.archive.TemporaryPages;
import io.daybook.database.Database;
import io.daybook.database.Statements;
import io.daybook.gateway.Gateways;
import io.daybook.health.FatalErrors;
import io.daybook.message.DayRequest;
import io.daybook.plan.Plan;
import io.daybook.plan.Plans;
import io.daybook.plan.Shown;
import io.daybook.route.CamelSetup;
import io.daybook.route.RouteFileException;
import io.daybook.run.Causes;
import io.daybook.seal.Verdicts;
import io.daybook.settings.Settings;
import io.daybook.store.Writers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;

/**
 * Downloads days and tells what a run would write of them, by the routes of a run. It takes no
 * lease and needs no queue; the database refuses it every write, and its pages are temporary.
 */
public final class DayPlanner implements AutoCloseable {
  /** So that what is told stands in the order of the pages. */
  private static final int WRITERS = 1;

  private final FatalErrors fatalErrors = new FatalErrors();
  private final HikariDataSource database;
  private final TemporaryPages pages;
  private final Writers writers = new Writers(fatalErrors, Thread::interrupt);
  private final DownloadParts download;
  private final Main camel;
  private final ProducerTemplate template;

  /**
   * Starts the routes.
   *
   * @param limit how many transactions a plan tells one by one, of each kind
   */
  public DayPlanner(Settings settings, Clock clock, int limit) {
    database = Database.readOnly(settings.database());
    pages = TemporaryPages.open();
    download = new DownloadParts(settings, clock, pages, new Statements(database), WRITERS);
    camel = CamelSetup.ofPlan(settings, beans(settings, clock, limit));
    start();
    template = camel.getCamelContext().createProducerTemplate();
  }

  private void start() {
    try {
      camel.start();
    } catch (Exception notStarted) {
      close();
      throw new IllegalStateException(RouteFileException.describe(notStarted), notStarted);
    }
  }

  private Map<String, Object> beans(Settings settings, Clock clock, int limit) {
    Verdicts verdicts = new Verdicts(settings, new Statements(database), clock);
    Map<String, Object> beans = new HashMap<>(download.beans());
    beans.put("dataSource", database);
    beans.put("writers", writers);
    beans.put(
        "plans",
        new Plans(
            new Gateways(settings.gateways()),
            settings.store().rejectedMax(),
            verdicts,
            new Shown(limit, download.secrets()::hide)));
    return beans;
  }

  /**
   * Returns what a run would write now.
   *
   * @throws IllegalStateException if the day cannot be read to its end, with the reason
   */
  public Plan plan(String gateway, LocalDate date) {
    DayRequest request = new DayRequest(gateway, date, null, null);
    Exchange ended = template.request("direct:plan-day", e -> e.getMessage().setBody(request));
    if (ended.getException() != null) {
      throw new IllegalStateException(
          "%s %s cannot be planned: %s".formatted(gateway, date, why(ended.getException())),
          ended.getException());
    }
    return ended.getMessage().getBody(Plan.class);
  }

  private String why(Exception failure) {
    String died = fatalErrors.fault();
    return died == null ? download.secrets().hide(Causes.message(failure)) : died;
  }

  @Override
  public void close() {
    camel.stop();
    writers.shutdownNow();
    download.close();
    database.close();
    pages.close();
  }
}
