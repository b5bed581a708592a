package io.daybook.testing;

import io.daybook.Application;
import io.daybook.sandbox.Comparison;
import io.daybook.sandbox.Database;
import io.daybook.sandbox.EmbeddedDatabase;
import io.daybook.sandbox.EmbeddedQueue;
import io.daybook.sandbox.Gateways;
import io.daybook.sandbox.Queues;
import io.daybook.settings.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Gateways with three weeks of history, a database and a pair of queues of their own, and as many
 * instances of Daybook as a test starts.
 */
public final class World implements AutoCloseable {
  /** Yesterday is 10 July 2024 for every gateway. */
  public static final Clock CLOCK =
      Clock.fixed(Instant.parse("2024-07-11T12:00:00Z"), ZoneOffset.UTC);

  public static final LocalDate YESTERDAY = LocalDate.of(2024, 7, 10);

  private final Database database;
  private final Queues queues;
  private final Gateways gateways = Gateways.start(CLOCK);
  private final Map<String, String> settings = new TreeMap<>();
  private final List<Application> applications = new ArrayList<>();
  private Clock clock = CLOCK;

  public World() {
    this(60);
  }

  public World(int visibilityTimeoutSeconds) {
    this(visibilityTimeoutSeconds, EmbeddedDatabase.shared().createDatabase());
  }

  /** With a database of your own, whose server may be stopped. */
  public World(int visibilityTimeoutSeconds, Database database) {
    this.database = database;
    System.setProperty("aws.accessKeyId", EmbeddedQueue.CREDENTIAL);
    System.setProperty("aws.secretAccessKey", EmbeddedQueue.CREDENTIAL);
    queues = EmbeddedQueue.shared().createFreshQueues(visibilityTimeoutSeconds);
    settings.putAll(gateways.settings());
    settings.put("daybook.database.url", database.url());
    settings.put("daybook.database.user", database.user());
    settings.put("daybook.database.password", database.password());
    settings.put("daybook.queue.endpoint", EmbeddedQueue.shared().endpoint());
    settings.put("daybook.queue.region", EmbeddedQueue.REGION);
    settings.put("daybook.queue.days-url", queues.daysUrl());
    settings.put("daybook.queue.dead-letters-url", queues.deadLettersUrl());
    settings.put("daybook.queue.visibility-timeout", String.valueOf(visibilityTimeoutSeconds));
    settings.put("daybook.queue.poll-wait", "1");
    settings.put("daybook.worker.retry-delay", "1");
    settings.put("daybook.http.retry-delay-millis", "50");
    settings.put("daybook.management.enabled", "false");
    settings.put("daybook.schedule.enabled", "false");
    settings.put("daybook.archive.directory", archive().toString());
  }

  private static Path archive() {
    return Path.of("target", "archives", UUID.randomUUID().toString()).toAbsolutePath();
  }

  /** Changes a setting for the instances that are started after this. */
  public World with(String name, String value) {
    settings.put(name, value);
    return this;
  }

  public Map<String, String> settings() {
    return settings;
  }

  /** Lets so much time pass for the instances that are started after this. */
  public World later(Duration time) {
    clock = Clock.offset(clock, time);
    return this;
  }

  /** Lets what is started after this go by another clock. */
  public World by(Clock other) {
    clock = other;
    return this;
  }

  /** What time it is for what is started after this. */
  public Clock clock() {
    return clock;
  }

  /** Starts an instance of Daybook; it ends with the world at the latest. */
  public Application start() {
    Application application = Application.start(Settings.of(settings), clock);
    applications.add(application);
    return application;
  }

  /**
   * Starts one after all others have ended. Needed with another cron expression: the contexts of
   * one JVM share a Quartz scheduler, and a fire while the second one starts would start the first
   * one's trigger in it.
   */
  public Application startAnew() {
    applications.parallelStream().forEach(Application::close);
    applications.clear();
    return start();
  }

  public Queues queues() {
    return queues;
  }

  public Gateways gateways() {
    return gateways;
  }

  public Database database() {
    return database;
  }

  /** Runs statements in Daybook's schema. */
  public JdbcTemplate sql() {
    DataSource source = database.dataSource();
    JdbcTemplate sql = new JdbcTemplate(new InSchema(source));
    return sql;
  }

  /** Returns each difference between the table and the gateways' own books for one day. */
  public List<String> differences(String gateway, LocalDate date) {
    return new Comparison(database, gateways.truth()).differences(gateway, date);
  }

  @Override
  public void close() {
    // Side by side: each waits for the end of its own long polls.
    applications.parallelStream().forEach(Application::close);
    gateways.close();
  }
}
