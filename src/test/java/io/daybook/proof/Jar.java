package io.daybook.proof;

import io.daybook.sandbox.EmbeddedQueue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** {@code java -jar daybook.jar}, with its settings in the environment, as a container has it. */
public record Jar(Path file, Map<String, String> settings, List<String> javaOptions) {
  private static final long LIMIT_SECONDS = 60;

  public record Result(int exitCode, String out, String err) {}

  /** The one that the build made, with its settings by their names in application.properties. */
  public static Jar packaged(Map<String, String> settings) {
    Path file = Path.of("target", "daybook.jar").toAbsolutePath();
    if (!Files.exists(file)) {
      throw new IllegalStateException(file + " is missing: ./mvnw -q -DskipTests package");
    }
    return new Jar(file, settings, List.of());
  }

  public Jar with(String name, String value) {
    Map<String, String> changed = new TreeMap<>(settings);
    changed.put(name, value);
    return new Jar(file, changed, javaOptions);
  }

  public Jar java(String... options) {
    return new Jar(file, settings, List.of(options));
  }

  /** A process that goes on; what it says is in that file. */
  public Process start(Path log, String... arguments) throws IOException {
    return process(arguments).redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  /** Runs to the end. */
  public Result run(String... arguments) throws IOException, InterruptedException {
    Path out = Files.createTempFile(file.getParent(), "jar", ".out");
    Path err = Files.createTempFile(file.getParent(), "jar", ".err");
    try {
      Process process =
          process(arguments).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("Does not end: " + List.of(arguments) + Files.readString(err));
      }
      return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  private ProcessBuilder process(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(javaOptions);
    command.addAll(List.of("-jar", file.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder process = new ProcessBuilder(command).directory(file.getParent().toFile());
    Map<String, String> environment = process.environment();
    environment.keySet().removeIf(name -> name.startsWith("DAYBOOK_"));
    settings.forEach((name, value) -> environment.put(variable(name), value));
    environment.put("AWS_ACCESS_KEY_ID", EmbeddedQueue.CREDENTIAL);
    environment.put("AWS_SECRET_ACCESS_KEY", EmbeddedQueue.CREDENTIAL);
    return process;
  }

  private static String variable(String setting) {
    return setting.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** The entries that begin with one of these. */
  public List<String> entries(String... prefixes) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.stream()
          .map(ZipEntry::getName)
          .filter(name -> Stream.of(prefixes).anyMatch(name::startsWith))
          .toList();
    }
  }
}
