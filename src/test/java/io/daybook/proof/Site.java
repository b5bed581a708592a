package io.daybook.proof;

import io.daybook.sandbox.Database;
import io.daybook.sandbox.EmbeddedDatabase;
import io.daybook.sandbox.EmbeddedQueue;
import io.daybook.sandbox.Queues;
import io.daybook.testing.InSchema;
import io.daybook.testing.Relay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Accounts, a database server and a queue's server for the processes of one proof, and the settings
 * that lead there. The ways to both servers can be cut.
 */
final class Site implements AutoCloseable {
  private static final Path ROOT = Path.of("target", "proof").toAbsolutePath();

  private final String name;
  private final Path directory;
  private final Accounts accounts;
  private final EmbeddedDatabase databaseServer;
  private final Database database;
  private final Relay databaseRelay;
  private final Relay queueRelay;
  private final Queues queues;
  private final Map<String, String> settings = new TreeMap<>();
  private int sent;

  /** With servers of its own, which a proof may stop. */
  static Site alone(String name, Accounts accounts, int visibilitySeconds) {
    EmbeddedDatabase server =
        EmbeddedDatabase.start(EmbeddedDatabase.DIRECTORY, 0, Map.of("max_connections", "300"));
    return new Site(name, accounts, visibilitySeconds, server, EmbeddedQueue.start());
  }

  /** On the servers of this JVM. */
  static Site shared(String name, Accounts accounts, int visibilitySeconds) {
    return new Site(
        name, accounts, visibilitySeconds, EmbeddedDatabase.shared(), EmbeddedQueue.shared());
  }

  private Site(
      String name,
      Accounts accounts,
      int visibilitySeconds,
      EmbeddedDatabase databaseServer,
      EmbeddedQueue queueServer) {
    this.name = name;
    this.accounts = accounts;
    this.directory =
        create(ROOT.resolve(name + "-" + UUID.randomUUID().toString().substring(0, 8)));
    this.databaseServer = databaseServer;
    this.database = databaseServer.createDatabase();
    this.databaseRelay = new Relay(databaseServer.port());
    this.queueRelay = new Relay(queueServer.port());
    this.queues = queueServer.createFreshQueues(visibilitySeconds);
    settings.putAll(accounts.settings());
    settings.put("daybook.database.user", database.user());
    settings.put("daybook.database.password", database.password());
    settings.put("daybook.queue.endpoint", "http://127.0.0.1:" + queueRelay.port());
    settings.put("daybook.queue.region", EmbeddedQueue.REGION);
    settings.put("daybook.queue.days-url", queues.daysUrl());
    settings.put("daybook.queue.dead-letters-url", queues.deadLettersUrl());
    settings.put("daybook.queue.visibility-timeout", Integer.toString(visibilitySeconds));
    // A worker for each account and two more, so that a day never waits for a free worker.
    settings.put("daybook.worker.concurrency", Integer.toString(accounts.names().size() + 2));
    settings.put("daybook.worker.retry-delay", "1");
    settings.put("daybook.worker.retry-delay-max", "5");
    settings.put("daybook.store.batch-size", "25");
    settings.put("daybook.schedule.enabled", "false");
    settings.put("daybook.management.enabled", "false");
    settings.put("daybook.archive.directory", directory.resolve("archive").toString());
  }

  /** By the relay, and under a name that the server knows each connection by. */
  String databaseUrl(String application) {
    String url = database.url().replaceFirst(":\\d+/", ":" + databaseRelay.port() + "/");
    return url + "?ApplicationName=" + application;
  }

  private static Path create(Path directory) {
    try {
      return Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String name() {
    return name;
  }

  /** Of the logs and the archive. */
  Path directory() {
    return directory;
  }

  Accounts accounts() {
    return accounts;
  }

  Map<String, String> settings() {
    return settings;
  }

  EmbeddedDatabase databaseServer() {
    return databaseServer;
  }

  Relay databaseRelay() {
    return databaseRelay;
  }

  Relay queueRelay() {
    return queueRelay;
  }

  Queues queues() {
    return queues;
  }

  Database database() {
    return database;
  }

  JdbcTemplate sql() {
    return new JdbcTemplate(new InSchema(database.dataSource()));
  }

  /** Asks for a day, however often it was asked for before. */
  void ask(String group, String gateway, Object date) {
    String body = "{\"gateway\":\"%s\",\"date\":\"%s\"}".formatted(gateway, date);
    queues.send(group, body, name + "-" + ++sent);
  }

  /** Asks for every day of every account, oldest first, in its account's group. */
  void askAll() {
    accounts.days().forEach(d -> accounts.names().forEach(gateway -> ask(gateway, d)));
  }

  void ask(String gateway, Object date) {
    ask(gateway, gateway, date);
  }

  /** How many messages wait or are in work. */
  int asked() {
    return queues.size(queues.daysUrl());
  }

  int deadLetters() {
    return queues.size(queues.deadLettersUrl());
  }

  @Override
  public void close() {
    queueRelay.close();
    databaseRelay.close();
    accounts.close();
  }
}
