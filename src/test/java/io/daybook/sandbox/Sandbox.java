package io.daybook.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * What {@code ./mvnw -q test-compile exec:java} runs: Daybook as it is, among servers of its own.
 */
@Command(
    name = "sandbox",
    mixinStandardHelpOptions = true,
    description =
        "Starts PostgreSQL, SQS, gateways with three weeks of history, and Daybook among them.")
public final class Sandbox implements Callable<Integer> {
  private static final Path DIRECTORY = Path.of("target", "sandbox");

  @Option(
      names = "--exit",
      description = "End once every requested day is stored or sealed (0), or is not (1).")
  private boolean exit;

  @Option(
      names = "--servers",
      arity = "0..1",
      fallbackValue = "ALL",
      description =
          "Only the servers: ${COMPLETION-CANDIDATES}. Prints the settings that lead there.")
  private @Nullable Part servers;

  @Option(
      names = "--port",
      defaultValue = "0",
      description = "For one kind of server: its port (gateways: and the next); 0 is a free one.")
  private int port;

  @Option(
      names = "--time-limit",
      defaultValue = "150",
      description = "Seconds that the days may take (${DEFAULT-VALUE}).")
  private int timeLimitSeconds;

  public static void main(String[] arguments) {
    CommandLine sandbox = new CommandLine(new Sandbox()).setCaseInsensitiveEnumValuesAllowed(true);
    sandbox.setExecutionExceptionHandler((e, command, parsed) -> failed(e));
    System.exit(sandbox.execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    Loopback.check();
    if (servers != null) {
      System.out.print(Exports.of(servers.start(DIRECTORY, port)));
      System.out.println("# Ready. Ctrl-C ends it.");
      return untilCtrlC();
    }
    Trial trial = Trial.start(DIRECTORY);
    int outcome = trial.run(Duration.ofSeconds(timeLimitSeconds));
    if (exit) {
      return outcome;
    }
    System.out.println(trial.guide());
    return untilCtrlC();
  }

  private static int untilCtrlC() throws InterruptedException {
    System.out.flush();
    new CountDownLatch(1).await();
    return 0;
  }

  private static int failed(Exception e) {
    if (e instanceof IllegalStateException) {
      System.err.println(e.getMessage());
    } else {
      e.printStackTrace();
    }
    return 1;
  }
}
