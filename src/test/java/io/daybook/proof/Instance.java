package io.daybook.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One process of the packaged jar, under a name that no other process has, with a log of its own.
 */
final class Instance {
  private final String name;
  private final Path log;
  private final Process process;

  private Instance(String name, Path log, Process process) {
    this.name = name;
    this.log = log;
    this.process = process;
  }

  static Instance start(Jar jar, String name, Path directory) {
    Path log = directory.resolve(name + ".log");
    try {
      return new Instance(name, log, jar.with("daybook.instance", name).start(log, "run"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As {@code runs.instance} has it. */
  String name() {
    return name;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Whether it polls the queue. */
  boolean isUp() {
    return isAlive() && log().contains("Daybook " + name + " works on gateways");
  }

  String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The most memory that it has had so far, as Linux tells it; "?" elsewhere. */
  String peakMemory() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/%d/status".formatted(process.pid())))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .map(line -> line.substring("VmHWM:".length()).strip())
          .findFirst()
          .orElse("?");
    } catch (IOException notLinux) {
      return "?";
    }
  }

  /** {@code kill -9}; returns when it was done. */
  Instant kill() {
    Instant at = Instant.now();
    process.destroyForcibly();
    exitCode(Duration.ofSeconds(10));
    return at;
  }

  void terminate() {
    process.destroy();
  }

  void pause() {
    signal("STOP");
  }

  void resume() {
    signal("CONT");
  }

  private void signal(String signal) {
    try {
      int code =
          new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
      if (code != 0) {
        throw new IllegalStateException("kill -" + signal + " exits with " + code);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Waits for the end of the process; -1 if it goes on. */
  int exitCode(Duration limit) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS) ? process.exitValue() : -1;
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException(e);
  }
}
