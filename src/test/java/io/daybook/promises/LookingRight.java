package io.daybook.promises;

import io.daybook.testing.OwnGateways;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Ways to list a day of 250 transactions on three pages that are wrong, and look right. */
final class LookingRight {
  static final int TRANSACTIONS = 250;
  private static final int PER_PAGE = 100;

  /** What a gateway is about to answer for a day. */
  static final class Day {
    final List<List<String>> pages = new ArrayList<>();
    long total = TRANSACTIONS;

    Day(LocalDate date) {
      List<String> all =
          IntStream.range(0, TRANSACTIONS).mapToObj(i -> transaction(date, "t-" + i, i)).toList();
      for (int from = 0; from < TRANSACTIONS; from += PER_PAGE) {
        pages.add(new ArrayList<>(all.subList(from, Math.min(from + PER_PAGE, TRANSACTIONS))));
      }
    }

    List<String> page(int number) {
      return pages.get(number - 1);
    }
  }

  private LookingRight() {}

  /** By name, as in the table of the documentation. */
  static Map<String, Consumer<Day>> faults(LocalDate date) {
    Map<String, Consumer<Day>> faults = new TreeMap<>();
    faults.put("honest", day -> {});
    faults.put("row-dropped", day -> day.page(2).remove(50));
    faults.put("last-page-dropped", day -> day.pages.remove(2));
    faults.put("short-last-page", day -> day.page(3).subList(20, 50).clear());
    faults.put("page-repeated", day -> day.pages.set(1, day.page(1)));
    faults.put("middle-page-empty", day -> day.page(2).clear());
    faults.put("empty-list", day -> empty(day, 0));
    faults.put("empty-list-with-total", day -> empty(day, TRANSACTIONS));
    faults.put("total-too-high", day -> day.total++);
    faults.put("total-too-low", day -> day.total--);
    faults.put("day-before", day -> list(day, date.minusDays(1)));
    faults.put("hidden-at-first", day -> day.page(3).subList(47, 50).clear());
    faults.put(
        "currency-left-out", day -> day.pages.forEach(p -> p.removeIf(t -> t.contains("\"KWD\""))));
    faults.put("one-twice-one-not", day -> day.page(2).set(7, day.page(1).get(7)));
    faults.put("foreign-row", day -> day.page(1).add(transaction(date, "foreign", 1)));
    faults.put("wrong-amount", day -> day.page(1).set(5, transaction(date, "t-5", 77)));
    faults.put(
        "edges-left-out",
        day -> day.pages.forEach(p -> p.removeIf(t -> t.matches(".*T(00:00:00|23:59:59).*"))));
    return faults;
  }

  private static void empty(Day day, long total) {
    list(day, List.of(List.of()));
    day.total = total;
  }

  private static void list(Day day, LocalDate other) {
    list(day, new Day(other).pages);
  }

  private static void list(Day day, List<List<String>> pages) {
    day.pages.clear();
    day.pages.addAll(pages);
  }

  /** Every tenth in another currency; the first and the last on the very edges of the day. */
  private static String transaction(LocalDate date, String id, int number) {
    String time =
        number == 0 ? "00:00:00Z" : number == TRANSACTIONS - 1 ? "23:59:59.999Z" : "12:00:00Z";
    return "{\"id\":\"%s\",\"status\":\"paid\",\"amount\":%d,\"currency\":\"%s\",\"created\":\"%sT%s\"}"
        .formatted(id, 100 + number, number % 10 == 3 ? "KWD" : "SAR", date, time);
  }

  /** Makes a gateway answer so. */
  static void answer(OwnGateways gateways, String gateway, LocalDate date, Day day) {
    for (int number = 1; number <= day.pages.size(); number++) {
      String next = number < day.pages.size() ? String.valueOf(number + 1) : "null";
      String body = OwnGateways.pageOf(day.total, next, day.page(number));
      gateways.page(gateway, date, number, body);
    }
  }
}
