package io.daybook;

import com.zaxxer.hikari.HikariDataSource;
import io.daybook.database.Database;
import io.daybook.database.Migrations;
import io.daybook.route.CamelSetup;
import io.daybook.route.RouteCheck;
import io.daybook.route.RouteFileException;
import io.daybook.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The routes at work, from the first poll of the queue to the last day given back. */
public final class Application implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Application.class);

  /** While a server does not answer, the pool would wait half a minute for its last attempt. */
  private static final Duration POOL_CLOSING = Duration.ofSeconds(3);

  private final Parts parts;
  private final HikariDataSource pool;
  private final Main camel;

  private Application(Parts parts, HikariDataSource pool, Main camel) {
    this.parts = parts;
    this.pool = pool;
    this.camel = camel;
  }

  /** Starts the routes and returns once they run; throws if anything about them is not in order. */
  public static Application start(Settings settings) {
    return start(settings, Clock.systemUTC());
  }

  /** Starts the routes with a clock that decides which days are over. */
  public static Application start(Settings settings, Clock clock) {
    if (settings.database().migrateAtStart()) {
      Migrations.migrate(settings.database());
    }
    HikariDataSource pool = Database.dataSource(settings.database());
    Parts parts = new Parts(settings, clock, pool);
    try {
      Main camel = CamelSetup.of(settings, parts.beans());
      camel.start();
      if (settings.management().enabled()) {
        parts.metrics().start();
      }
      LOG.info(
          "Daybook {} works on gateways {}", settings.instance(), settings.gateways().keySet());
      return new Application(parts, pool, camel);
    } catch (Exception notStarted) {
      parts.close();
      pool.close();
      throw new IllegalStateException(RouteFileException.describe(notStarted), notStarted);
    }
  }

  /** Returns what is wrong with the route files; starts nothing and changes nothing. */
  public static List<String> routeFaults(Settings settings) {
    DataSource unused = Database.unpooled(settings.database());
    try (Parts parts = new Parts(settings, Clock.systemUTC(), unused)) {
      return RouteCheck.faults(settings, parts.beans());
    }
  }

  /** Starts the routes and returns when the process was asked to stop and has done so. */
  public static int run(Settings settings) {
    Application application = start(settings);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> application.stop(stopped), "stop"));
    try {
      stopped.await();
      return 0;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private void stop(CountDownLatch stopped) {
    close();
    stopped.countDown();
  }

  public CamelContext camelContext() {
    return camel.getCamelContext();
  }

  /** Ends runs at their next batch, gives their messages back, and stops the routes. */
  @Override
  public void close() {
    parts.stopWork();
    camel.stop();
    parts.close();
    Bounded.run("close-pool", POOL_CLOSING, pool::close);
  }
}
