package io.daybook.sandbox;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One run of everything: starts it, asks for yesterday and the missing days, waits, and shows what
 * came of it.
 */
final class Trial {
  private static final long LOOK_SECONDS = 2;

  private final Servers servers;
  private final RealApplication application;

  private Trial(Servers servers, RealApplication application) {
    this.servers = servers;
    this.application = application;
  }

  /**
   * 0 when every day that was asked for is stored or sealed, and the tables hold exactly what the
   * gateways have.
   */
  static int run(Path directory, int timeLimitSeconds, boolean exit) throws InterruptedException {
    say("Starting PostgreSQL, SQS and the gateways ...");
    Servers servers = AtExit.close(Servers.start(directory, Clock.systemUTC()));
    Loopback.check(servers.settings());
    say("Starting Daybook ...");
    RealApplication application = AtExit.close(RealApplication.start(servers.settings()));
    Trial trial = new Trial(servers, application);
    int asked = trial.ask();
    Progress end = trial.await(asked, Duration.ofSeconds(timeLimitSeconds));
    return trial.show(end, exit);
  }

  private int ask() {
    Gateways gateways = servers.gateways();
    int asked = 0;
    for (String gateway : gateways.names()) {
      LocalDate yesterday = gateways.lastDay(gateway);
      application.command("request", "--gateway", gateway, yesterday.toString());
      application.command(
          "request",
          "--gateway",
          gateway,
          gateways.since() + ".." + yesterday,
          "--only",
          "missing");
      asked += (int) gateways.since().datesUntil(yesterday.plusDays(1)).count();
    }
    return asked;
  }

  private Progress await(int asked, Duration limit) throws InterruptedException {
    long start = System.nanoTime();
    Progress progress = Progress.read(servers.database(), asked);
    while (!progress.ended() && System.nanoTime() - start < limit.toNanos()) {
      TimeUnit.SECONDS.sleep(LOOK_SECONDS);
      progress = Progress.read(servers.database(), asked);
      say(progress.line());
    }
    return progress;
  }

  private int show(Progress end, boolean exit) {
    say("");
    application.command("status");
    List<String> differences =
        new Comparison(servers.database(), servers.gateways().truth()).differences();
    say("");
    say(
        differences.isEmpty()
            ? "Compared with what the gateways have: each transaction is stored once, nothing is missing, all amounts agree."
            : "Compared with what the gateways have:\n  " + String.join("\n  ", differences));
    if (!exit) {
      say(new Guide(servers).text());
    }
    return end.succeeded() && differences.isEmpty() ? 0 : 1;
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
