package io.daybook.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;

/** Everything that Daybook talks to, started together, and the settings that lead there. */
public final class Servers implements AutoCloseable {
  private final EmbeddedDatabase server;
  private final Database database;
  private final EmbeddedQueue queue;
  private final Queues queues;
  private final Gateways gateways;
  private final Path ours;
  private final int managementPort = FreePort.find();

  private Servers(Path directory, Clock clock) {
    this.ours = Directories.create(directory, "run-");
    this.server = EmbeddedDatabase.start(directory);
    this.database = server.createDatabase("daybook");
    this.queue = EmbeddedQueue.start();
    this.queues = queue.createQueues();
    this.gateways = Gateways.start(clock);
  }

  /** Writes below that directory only. */
  public static Servers start(Path directory, Clock clock) {
    return new Servers(directory, clock);
  }

  public Database database() {
    return database;
  }

  public EmbeddedDatabase databaseServer() {
    return server;
  }

  public EmbeddedQueue queue() {
    return queue;
  }

  public Queues queues() {
    return queues;
  }

  public Gateways gateways() {
    return gateways;
  }

  /** Complete settings of Daybook, by their names in application.properties. */
  public Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>(gateways.settings());
    settings.putAll(settings(database));
    settings.putAll(settings(queue, queues));
    settings.put("daybook.archive.directory", ours.resolve("archive").toString());
    settings.put("daybook.management.port", Integer.toString(managementPort));
    return settings;
  }

  /** The settings as a file for a shell, to run commands of the jar against these servers. */
  Path environment() throws IOException {
    return Files.writeString(ours.resolve("environment"), Exports.of(settings()));
  }

  static Map<String, String> settings(Database database) {
    return Map.of(
        "daybook.database.url", database.url(),
        "daybook.database.user", database.user(),
        "daybook.database.password", database.password());
  }

  static Map<String, String> settings(EmbeddedQueue queue, Queues queues) {
    return Map.of(
        "daybook.queue.endpoint", queue.endpoint(),
        "daybook.queue.region", EmbeddedQueue.REGION,
        "daybook.queue.days-url", queues.daysUrl(),
        "daybook.queue.dead-letters-url", queues.deadLettersUrl());
  }

  @Override
  public void close() {
    gateways.close();
    queue.close();
    server.close();
    Directories.delete(ours);
  }
}
