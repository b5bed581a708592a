package io.daybook.proof;

import io.daybook.sandbox.EmbeddedQueue;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code dead-letters …} in a process of its own; what it says is in target/redrive-proof.log. */
record KillableCommand(Map<String, String> settings) {

  Process start(String... words) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", classPath()));
    line.addAll(List.of("io.daybook.Daybook", "dead-letters"));
    line.addAll(List.of(words));
    ProcessBuilder process =
        new ProcessBuilder(line)
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(new File("target", "redrive-proof.log")));
    Map<String, String> environment = process.environment();
    settings.forEach((name, value) -> environment.put(variable(name), value));
    environment.put("AWS_ACCESS_KEY_ID", EmbeddedQueue.CREDENTIAL);
    environment.put("AWS_SECRET_ACCESS_KEY", EmbeddedQueue.CREDENTIAL);
    try {
      return process.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String variable(String setting) {
    return setting.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** exec:java runs us in a class loader of its own. */
  private static String classPath() {
    return KillableCommand.class.getClassLoader() instanceof URLClassLoader loader
        ? Stream.of(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(":"))
        : System.getProperty("java.class.path");
  }
}
