package io.daybook;

import io.daybook.database.Migrations;
import io.daybook.route.CamelSetup;
import io.daybook.settings.Settings;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The routes at work, from the first poll of the queue to the last day given back. */
public final class Application implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Application.class);

  private final Parts parts;
  private final Main camel;

  private Application(Parts parts, Main camel) {
    this.parts = parts;
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
    Parts parts = new Parts(settings, clock);
    try {
      Main camel = CamelSetup.of(settings, parts.beans());
      camel.start();
      LOG.info(
          "Daybook {} works on gateways {}", settings.instance(), settings.gateways().keySet());
      return new Application(parts, camel);
    } catch (RuntimeException | Error notStarted) {
      parts.close();
      throw notStarted;
    } catch (Exception notStarted) {
      parts.close();
      throw new IllegalStateException(notStarted.getMessage(), notStarted);
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
    parts.heartbeat().stopRuns();
    camel.stop();
    parts.close();
  }
}
