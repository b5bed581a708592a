package io.daybook.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One data directory and the programs that serve it. */
final class PostgresServer {
  static final String USER = "postgres";
  static final String PASSWORD = "postgres";
  private static final int ATTEMPTS = 5;

  private final Unprivileged user;
  private final Path programs;
  private final Path home;
  private final boolean anyPort;
  private int port;
  private boolean running;

  private PostgresServer(Unprivileged user, Path programs, Path home, int port) {
    this.user = user;
    this.programs = programs;
    this.home = home;
    this.anyPort = port == 0;
    this.port = port;
  }

  static PostgresServer create(Path directory, int port, Map<String, String> settings) {
    return create(Unprivileged.here(), directory, port, settings);
  }

  static PostgresServer create(
      Unprivileged user, Path directory, int port, Map<String, String> settings) {
    Path root = user.home(directory);
    Path programs = PostgresBinaries.unpackBelow(root);
    try {
      Path home = user.home(Directories.create(root, "database-"));
      PostgresServer server = new PostgresServer(user, programs, home, port);
      server.initialise(settings);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void initialise(Map<String, String> settings) throws IOException {
    Path password = Files.writeString(home.resolve("password"), PASSWORD);
    run(
        "initdb",
        "-D",
        data(),
        "-U",
        USER,
        "-A",
        "scram-sha-256",
        "--pwfile=" + password,
        "-E",
        "UTF8",
        "--locale=C",
        "--no-sync");
    set(Map.of("listen_addresses", Database.HOST, "unix_socket_directories", ""));
    set(settings);
  }

  private void set(Map<String, String> settings) throws IOException {
    List<String> lines =
        settings.entrySet().stream().map(s -> s.getKey() + " = '" + s.getValue() + "'").toList();
    Files.write(home.resolve("data/postgresql.conf"), lines, StandardOpenOption.APPEND);
  }

  synchronized void start() {
    for (int attempt = 1; !running; attempt++) {
      try {
        port = port == 0 ? FreePort.find() : port;
        run("pg_ctl", "start", "-w", "-D", data(), "-l", log(), "-o", "-p " + port);
        running = true;
      } catch (IllegalStateException e) {
        retryWithAnotherPort(e, attempt);
      }
    }
  }

  /** Between finding a free port and using it somebody else may take it. */
  private void retryWithAnotherPort(IllegalStateException e, int attempt) {
    if (!anyPort || attempt == ATTEMPTS) {
      throw new IllegalStateException(e.getMessage() + "see " + log(), e);
    }
    port = 0;
  }

  synchronized void stop(String mode) {
    if (running) {
      run("pg_ctl", "stop", "-w", "-D", data(), "-m", mode);
      running = false;
    }
  }

  int port() {
    return port;
  }

  synchronized void delete() {
    Directories.delete(home);
  }

  private void run(String program, String... arguments) {
    String[] command =
        Stream.concat(
                Stream.of(programs.resolve("bin").resolve(program).toString()),
                Stream.of(arguments))
            .toArray(String[]::new);
    Commands.run(user.prefix(), home, home.resolve(program + ".out"), command);
  }

  private String data() {
    return home.resolve("data").toString();
  }

  private String log() {
    return home.resolve("postgres.log").toString();
  }
}
