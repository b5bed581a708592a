package io.daybook.sandbox;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A PostgreSQL server of our own on a free port of the loopback interface, with fsync on as in
 * production and in a time zone that is nobody else's, so that a forgotten zone shows. Starts
 * without root, or as root without asking for more.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  /** Where everything goes that tests leave behind. */
  public static final Path DIRECTORY = Path.of("target", "sandbox");

  private static final String OWNER = "daybook";
  private static final AtomicInteger NAMES = new AtomicInteger();

  private final PostgresServer server;

  private EmbeddedDatabase(PostgresServer server) {
    this.server = server;
  }

  /** The server that all tests of this JVM share; it ends with the JVM. */
  public static EmbeddedDatabase shared() {
    return Shared.INSTANCE;
  }

  public static EmbeddedDatabase start(Path directory) {
    return start(directory, 0, Map.of());
  }

  /** With a port of your own (0: a free one) and settings of postgresql.conf in place of ours. */
  public static EmbeddedDatabase start(Path directory, int port, Map<String, String> settings) {
    Map<String, String> all = new TreeMap<>(Map.of("timezone", "Pacific/Auckland"));
    all.putAll(settings);
    EmbeddedDatabase database =
        AtExit.close(new EmbeddedDatabase(PostgresServer.create(directory, port, all)));
    database.server.start();
    database.admin().execute("CREATE ROLE " + OWNER + " LOGIN PASSWORD '" + OWNER + "'");
    return database;
  }

  /** A new empty database with a name that no other test has. */
  public Database createDatabase() {
    return createDatabase("test_" + NAMES.incrementAndGet());
  }

  /** A new empty database, owned by a role that may do nothing outside of it. */
  public Database createDatabase(String name) {
    admin().execute("CREATE DATABASE " + name + " OWNER " + OWNER);
    return Database.at(server.port(), name, OWNER, OWNER);
  }

  /** The superuser's way in: to cut connections, to look at activity. */
  public Database admin() {
    return Database.at(server.port(), "postgres", PostgresServer.USER, PostgresServer.PASSWORD);
  }

  public int port() {
    return server.port();
  }

  /** Ends all connections at once, keeping the data and the port for {@link #resume}. */
  public void stop() {
    server.stop("fast");
  }

  /** As a power cut does it: no checkpoint, recovery at the next start. */
  public void crash() {
    server.stop("immediate");
  }

  public void resume() {
    server.start();
  }

  public void restart() {
    stop();
    resume();
  }

  /** Stops the server and deletes its data; so does the end of the JVM. */
  @Override
  public void close() {
    crash(); // a checkpoint of data that goes away would take longer than Surefire waits
    server.delete();
  }

  private static final class Shared {
    static final EmbeddedDatabase INSTANCE = start(DIRECTORY);
  }
}
