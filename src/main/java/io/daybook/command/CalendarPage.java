package io.daybook.command;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/**
 * Gateways below each other, months side by side, one character a day; the newest days stand last,
 * where a terminal shows them. At most 100 columns wide unless a gateway's name is long.
 */
final class CalendarPage {
  private static final int COLUMNS_MAX = 100;
  private static final int MONTH_COLUMNS = 31;
  private static final String GAP = "  ";
  private static final String RULER = "%s 10   15   20   25   30 ";

  private final Map<String, Map<LocalDate, Mark.Kind>> gateways;
  private final Ansi ansi;
  private final int nameColumns;

  CalendarPage(List<Mark> marks, Ansi ansi) {
    gateways =
        marks.stream()
            .collect(
                groupingBy(
                    Mark::gateway, LinkedHashMap::new, toMap(Mark::date, Mark::kind, (a, b) -> b)));
    this.ansi = ansi;
    nameColumns = gateways.keySet().stream().mapToInt(String::length).max().orElse(0);
  }

  void print(PrintWriter out) {
    List<YearMonth> months = months();
    int side = Math.max(1, (COLUMNS_MAX - nameColumns) / (MONTH_COLUMNS + GAP.length()));
    int first = months.size() % side;
    if (first > 0) {
      block(months.subList(0, first)).forEach(out::println);
    }
    for (int i = first; i < months.size(); i += side) {
      block(months.subList(i, i + side)).forEach(out::println);
    }
    Mark.Kind.legend(ansi).forEach(out::println);
  }

  private List<YearMonth> months() {
    return gateways.values().stream()
        .flatMap(days -> days.keySet().stream())
        .map(YearMonth::from)
        .distinct()
        .sorted()
        .toList();
  }

  private List<String> block(List<YearMonth> months) {
    List<String> lines = new ArrayList<>();
    StringBuilder ruler = new StringBuilder(" ".repeat(nameColumns));
    months.forEach(month -> ruler.append(GAP).append(RULER.formatted(month)));
    lines.add(ruler.toString().stripTrailing());
    gateways.forEach((name, days) -> lines.add(line(name, days, months)));
    lines.add("");
    return lines;
  }

  private String line(String name, Map<LocalDate, Mark.Kind> days, List<YearMonth> months) {
    StringBuilder line = new StringBuilder(name);
    line.append(" ".repeat(nameColumns - name.length()));
    months.forEach(month -> line.append(GAP).append(month(days, month)));
    return line.toString().stripTrailing();
  }

  /** Days of a kind in a row are drawn at once, so that colours are switched seldom. */
  private String month(Map<LocalDate, Mark.Kind> days, YearMonth month) {
    StringBuilder drawn = new StringBuilder();
    int day = 1;
    while (day <= MONTH_COLUMNS) {
      Mark.Kind kind = kind(days, month, day);
      int next = day + 1;
      while (next <= MONTH_COLUMNS && kind(days, month, next) == kind) {
        next++;
      }
      drawn.append(kind == null ? " ".repeat(next - day) : kind.drawn(ansi, next - day));
      day = next;
    }
    return drawn.toString();
  }

  private static Mark.@Nullable Kind kind(
      Map<LocalDate, Mark.Kind> days, YearMonth month, int day) {
    return month.isValidDay(day) ? days.get(month.atDay(day)) : null;
  }
}
