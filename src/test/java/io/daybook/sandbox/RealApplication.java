package io.daybook.sandbox;

import io.daybook.Application;
import io.daybook.command.CommandLines;
import io.daybook.command.Surroundings;
import io.daybook.settings.Settings;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Map;

/** The application as it is delivered, in this JVM: its routes, and its commands beside them. */
final class RealApplication implements AutoCloseable {
  private final Map<String, String> settings;
  private final Application routes;

  private RealApplication(Map<String, String> settings) {
    this.settings = settings;
    this.routes = Application.start(Settings.of(settings));
  }

  /**
   * Only the settings given count, nothing of the environment; AWS credentials are those of the
   * embedded queue.
   */
  static RealApplication start(Map<String, String> settings) {
    System.setProperty("aws.accessKeyId", EmbeddedQueue.CREDENTIAL);
    System.setProperty("aws.secretAccessKey", EmbeddedQueue.CREDENTIAL);
    QuietLoggers.hush("io.daybook", "org.apache.camel");
    return new RealApplication(settings);
  }

  /** Runs a command of the jar, and shows what was typed. */
  void command(PrintWriter output, String... arguments) {
    System.out.println("$ java -jar daybook.jar " + String.join(" ", arguments));
    Surroundings here =
        new Surroundings(needs -> Settings.examine(settings, needs), Clock.systemUTC(), () -> {});
    if (CommandLines.of(here).setOut(output).execute(arguments) != 0) {
      throw new IllegalStateException("The command failed: " + String.join(" ", arguments));
    }
    output.flush();
  }

  @Override
  public void close() {
    routes.close();
  }
}
