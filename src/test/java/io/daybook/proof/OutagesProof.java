package io.daybook.proof;

import io.daybook.sandbox.Answer;
import io.daybook.sandbox.Behaviour;
import io.daybook.sandbox.Database;
import io.daybook.sandbox.EmbeddedDatabase;
import io.daybook.sandbox.EmbeddedQueue;
import io.daybook.testing.QueueRelay;
import io.daybook.testing.Relay;
import io.daybook.testing.Shops;
import io.daybook.testing.World;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What Daybook relies on goes away for a while and comes back: the dead-letter queue, the database
 * (stopped, and hanging), the queue. Nothing is lost, nothing is doubled, nobody touches anything.
 * Each proof returns what was wrong. The main program lets each outage last two minutes.
 */
public record OutagesProof(Duration outage, int days, int visibilitySeconds) {
  private static final int SHOPS = 4;
  private static final int PER_DAY = 12;
  private static final Duration LATENCY = Duration.ofMillis(300);

  public static void main(String[] args) {
    OutagesProof proof = new OutagesProof(Duration.ofMinutes(2), 20, 30);
    Proofs.main(
        () -> {
          List<String> faults = new ArrayList<>();
          faults.addAll(proof.deadLetterQueue());
          faults.addAll(proof.database());
          faults.addAll(proof.hangingDatabase(""));
          faults.addAll(proof.queue());
          faults.addAll(ArchiveProof.run());
          return faults;
        });
  }

  private Shops shops() {
    Shops shops = new Shops(SHOPS, PER_DAY, first(), World.YESTERDAY);
    return shops.behave(Behaviour.slow(LATENCY));
  }

  private LocalDate first() {
    return World.YESTERDAY.minusDays(days - 1L);
  }

  private void askAll(World world, Shops shops) {
    first()
        .datesUntil(World.YESTERDAY.plusDays(1))
        .forEach(date -> shops.names().forEach(shop -> ask(world, shop, date)));
  }

  private static void ask(World world, String shop, LocalDate date) {
    world.queues().send(shop, day(shop, date));
  }

  private static String day(String shop, LocalDate date) {
    return "{\"gateway\":\"%s\",\"date\":\"%s\"}".formatted(shop, date);
  }

  /** A day has to be dead-lettered and cannot be: it stays, holds back the next, and goes later. */
  public List<String> deadLetterQueue() {
    try (QueueRelay relay = new QueueRelay(EmbeddedQueue.shared().endpoint());
        Shops shops = new Shops(1, PER_DAY, World.YESTERDAY.minusDays(1), World.YESTERDAY);
        World world = shops.in(new World(900))) {
      world.with("daybook.queue.endpoint", relay.endpoint()).with("daybook.worker.attempts", "1");
      shops.behave(failing(World.YESTERDAY.minusDays(1)));
      Outage broken = new Outage("dead-letter queue down", world);
      relay.cut("SendMessage", 0, false);
      world.start();
      ask(world, "shop-00", World.YESTERDAY.minusDays(1));
      ask(world, "shop-00", World.YESTERDAY);
      broken.until("the failure is recorded", () -> !letters(broken).isEmpty());
      broken.during(
          outage,
          "both messages stay",
          () ->
              letters(broken).equals(List.of("open gateway-answer not sent"))
                  && broken.asked() == 2
                  && broken.deadLettersHeld() == 0);
      broken.check("the day meanwhile", List.of("2024-07-09 failed"), states(broken));
      relay.mend();
      broken.say(
          "from the mend until it is sent",
          broken.until("sent", () -> letters(broken).equals(List.of("open gateway-answer sent"))));
      broken.until("the next day is stored", () -> broken.asked() == 0);
      broken.check("dead letters on the queue", 1, broken.deadLettersHeld());
      broken.check("the days", List.of("2024-07-09 failed", "2024-07-10 stored"), states(broken));
      shops.behave(Behaviour.honest());
      world.queues().send("redriven", day("shop-00", World.YESTERDAY.minusDays(1)), "redriven");
      return broken.end(shops.truth(), 1);
    }
  }

  private static Behaviour failing(LocalDate date) {
    Answer maintenance = Answer.of(200, "text/html", "<html>maintenance</html>");
    return (request, honest) -> Shops.date(request).equals(date) ? maintenance : honest.get();
  }

  private static List<String> letters(Outage broken) {
    return broken.lines(
        "SELECT state || ' ' || cause || CASE WHEN sent_at IS NULL THEN ' not sent' ELSE ' sent' END FROM dead_letters");
  }

  private static List<String> states(Outage broken) {
    return broken.lines("SELECT business_date || ' ' || state FROM days ORDER BY business_date");
  }

  /** The server is stopped in the middle of days, and started again. */
  public List<String> database() {
    try (EmbeddedDatabase server = EmbeddedDatabase.start(EmbeddedDatabase.DIRECTORY);
        Shops shops = shops();
        World world = shops.in(new World(visibilitySeconds, server.createDatabase()))) {
      Outage broken = new Outage("database stopped", world);
      begin(broken, world, shops);
      server.stop();
      broken.during(outage, "nothing is dead-lettered", () -> broken.deadLettersHeld() == 0);
      server.resume();
      return waitedFor(broken, shops);
    }
  }

  /**
   * The server takes connections and says nothing.
   *
   * @param parameters of the database's URL, so that a test need not wait for Daybook's own
   *     time-outs
   */
  public List<String> hangingDatabase(String parameters) {
    Database database = EmbeddedDatabase.shared().createDatabase();
    int port = URI.create(database.url().substring("jdbc:".length())).getPort();
    try (Relay relay = new Relay(port);
        Shops shops = shops();
        World world = shops.in(new World(900, database))) {
      String url = database.url().replace(":" + port, ":" + relay.port());
      world.with("daybook.database.url", url + parameters);
      Outage broken = new Outage("database hanging", world);
      begin(broken, world, shops);
      relay.silence();
      broken.during(outage, "nothing is dead-lettered", () -> broken.deadLettersHeld() == 0);
      relay.failOver();
      return waitedFor(broken, shops);
    }
  }

  private void begin(Outage broken, World world, Shops shops) {
    askAll(world, shops);
    world.start();
    world.start();
    broken.until("work goes on", () -> broken.number("SELECT count(*) FROM runs") > SHOPS);
  }

  private List<String> waitedFor(Outage broken, Shops shops) {
    long before = broken.number("SELECT count(*) FROM runs");
    broken.say(
        "from the mend to the next run",
        broken.until("work goes on", () -> broken.number("SELECT count(*) FROM runs") > before));
    broken.say(
        "from there until all is stored", broken.until("all stored", () -> broken.asked() == 0));
    broken.check(
        "failed runs", 0L, broken.number("SELECT count(*) FROM runs WHERE outcome = 'failed'"));
    broken.check("attempts at most", 1L, broken.number("SELECT max(attempt) FROM runs"));
    broken.say(
        "runs that ended so: "
            + broken.lines(
                "SELECT outcome || ' ' || count(*) FROM runs GROUP BY outcome ORDER BY 1"));
    return broken.end(shops.truth(), 0);
  }

  /** Every connection to the queue is cut, and no new one is made. */
  public List<String> queue() {
    int port = EmbeddedQueue.shared().port();
    try (Relay relay = new Relay(port);
        Shops shops = shops();
        World world = shops.in(new World(visibilitySeconds))) {
      world.with("daybook.queue.endpoint", "http://127.0.0.1:" + relay.port());
      Outage broken = new Outage("queue cut off", world);
      begin(broken, world, shops);
      relay.cut();
      broken.during(outage, "nothing is dead-lettered", () -> broken.deadLettersHeld() == 0);
      // Of a day that ended meanwhile the message could not be deleted, and holds back its group.
      world.queues().send("another", day("shop-00", first()), "another");
      relay.mend();
      return waitedFor(broken, shops);
    }
  }
}
