package io.daybook.proof;

import io.daybook.sandbox.Answer;
import io.daybook.sandbox.Delivery;
import io.daybook.sandbox.Request;
import io.daybook.testing.Shops;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * How every second shop fails: the first attempt at each fifth of its days, each time in another
 * way, and one day for good. Every answer, right or wrong, takes its time, so that it is not this
 * machine's processors that set the pace.
 */
final class SickShops {
  /** How an attempt fails, and how many requests it makes until it does. */
  private record Fault(Answer answer, int requests) {}

  private final Duration latency;
  private final Map<String, Fault> faults = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> left = new ConcurrentHashMap<>();
  private int failingAttempts;

  SickShops(Duration latency) {
    this.latency = latency;
  }

  /** Returns whether a shop never fails. */
  static boolean isHealthy(int shop) {
    return shop % 2 == 0;
  }

  /**
   * Lets the sick ones fail.
   *
   * @param attempts runs of a message before it is dead-lettered
   */
  void infect(int shops, LocalDate first, int days, int attempts, int retries) {
    List<Fault> kinds = kinds(retries);
    for (int shop = 1; shop < shops; shop += 2) {
      for (int day = shop / 2 % 5; day < days; day += 5) {
        int times = shop == 1 && day == 0 ? attempts : 1;
        fail(shop, first.plusDays(day), kinds.get((shop / 2 + day / 5) % kinds.size()), times);
      }
    }
  }

  private void fail(int shop, LocalDate date, Fault fault, int attempts) {
    String day = key(Shops.name(shop), date);
    faults.put(day, fault);
    left.put(day, new AtomicInteger(attempts * fault.requests()));
    failingAttempts += attempts;
  }

  private static List<Fault> kinds(int retries) {
    Answer busy = Answer.of(429, "application/json", "{\"error\":{\"message\":\"slow down\"}}");
    Answer page = Answer.of(200, "text/html", "<html>maintenance</html>");
    return List.of(
        new Fault(Answer.of(500, "text/html", "<h1>500</h1>"), retries + 1),
        new Fault(page.via(Delivery.reset()), retries + 1),
        new Fault(page, 1),
        new Fault(busy.withHeader("Retry-After", "2"), retries + 1),
        new Fault(busy.withHeader("Retry-After", "8"), 1));
  }

  int failingAttempts() {
    return failingAttempts;
  }

  /** From now on none fails any more. */
  void heal() {
    left.clear();
  }

  Answer answer(Request request, Supplier<Answer> honest) {
    pause(latency);
    String day = key(Shops.gateway(request), Shops.date(request));
    boolean fails =
        Optional.ofNullable(left.get(day)).map(n -> n.getAndDecrement() > 0).orElse(false);
    return fails ? faults.get(day).answer() : honest.get();
  }

  private static String key(String gateway, LocalDate date) {
    return gateway + " " + date;
  }

  private static void pause(Duration time) {
    try {
      TimeUnit.MILLISECONDS.sleep(time.toMillis());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
