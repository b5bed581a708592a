package io.daybook.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One run of everything: starts it, waits until it has asked for the missing days and yesterday and
 * stored them, and shows what came of it.
 */
final class Trial {
  private static final long LOOK_SECONDS = 2;

  private static final PrintWriter SCREEN = new PrintWriter(System.out, true, UTF_8);

  private final Servers servers;
  private final RealApplication application;

  private Trial(Servers servers, RealApplication application) {
    this.servers = servers;
    this.application = application;
  }

  static Trial start(Path directory) {
    say("Starting PostgreSQL, SQS and the gateways, in " + directory);
    Servers servers = AtExit.close(Servers.start(directory, Clock.systemUTC()));
    Loopback.check(servers.settings());
    say("Starting Daybook");
    return new Trial(servers, AtExit.close(RealApplication.start(servers.settings())));
  }

  /**
   * 0 when every day that was asked for is stored or sealed, and the tables hold exactly what the
   * gateways have.
   */
  int run(Duration timeLimit) throws InterruptedException {
    int due = servers.gateways().names().stream().mapToInt(this::due).sum();
    say("It finds that %d days are missing, and asks for them, oldest first".formatted(due));
    Progress end = await(due, timeLimit);
    say("");
    application.command(SCREEN, "status");
    boolean complete = compare();
    return end.succeeded() && complete ? 0 : 1;
  }

  String guide() throws IOException {
    return new Guide(servers).text();
  }

  private int due(String gateway) {
    LocalDate yesterday = servers.gateways().lastDay(gateway);
    return (int) servers.gateways().since().datesUntil(yesterday.plusDays(1)).count();
  }

  private Progress await(int asked, Duration limit) throws InterruptedException {
    long start = System.nanoTime();
    Duration passed = Duration.ZERO;
    Progress progress = Progress.read(servers.database(), asked);
    while (!progress.ended() && passed.compareTo(limit) < 0) {
      TimeUnit.SECONDS.sleep(LOOK_SECONDS);
      progress = Progress.read(servers.database(), asked);
      passed = Duration.ofNanos(System.nanoTime() - start);
      say("%4d s   %s".formatted(passed.toSeconds(), progress.line()));
    }
    return progress;
  }

  private boolean compare() {
    Truth truth = servers.gateways().truth();
    List<String> differences = new Comparison(servers.database(), truth).differences();
    say("");
    say("Compared with the gateways' own books: " + verdict(differences));
    return differences.isEmpty();
  }

  private static String verdict(List<String> differences) {
    return differences.isEmpty()
        ? "each transaction is stored once, nothing is missing, all amounts agree."
        : "\n  " + String.join("\n  ", differences);
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
