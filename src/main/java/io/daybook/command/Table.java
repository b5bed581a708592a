package io.daybook.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Aligned columns of plain text, the same on a screen and in a pipe. */
final class Table {
  private static final String GAP = "  ";

  private final List<String> columns;
  private final List<List<String>> rows = new ArrayList<>();

  /** A column whose name begins with {@code >} is aligned to the right. */
  Table(String... columns) {
    this.columns = List.of(columns);
    add(this.columns.stream().map(Table::name).toArray());
  }

  void add(Object... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(cells.length + " cells for " + columns);
    }
    rows.add(Stream.of(cells).map(String::valueOf).toList());
  }

  /** A line of its own below the row that was added last. */
  void addText(String text) {
    rows.add(List.of(text));
  }

  void print(PrintWriter out) {
    lines().forEach(out::println);
  }

  List<String> lines() {
    int[] widths = new int[columns.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < row.size() && row.size() > 1; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    return rows.stream().map(row -> row.size() == 1 ? row.get(0) : line(row, widths)).toList();
  }

  private String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String space = " ".repeat(widths[i] - row.get(i).length());
      boolean right = columns.get(i).startsWith(">");
      line.append(i == 0 ? "" : GAP)
          .append(right ? space : "")
          .append(row.get(i))
          .append(right ? "" : space);
    }
    return line.toString().stripTrailing();
  }

  private static String name(String column) {
    return column.startsWith(">") ? column.substring(1) : column;
  }
}
