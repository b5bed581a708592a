package io.daybook.command;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi;

/** One day of the calendar, as one character. */
record Mark(String gateway, LocalDate date, Kind kind) {

  /** What is well is quiet; what needs a person stands out, also without colours. */
  enum Kind {
    SEALED("sealed", '.', "green"),
    STORED("stored", 'o', "cyan"),
    ACCEPTED("accepted", 'a', "yellow"),
    REQUESTED("requested", 'r', "blue"),
    IN_WORK("in work", 'w', "blue"),
    INCOMPLETE("incomplete", 'I', "magenta,bold"),
    MISMATCH("mismatch", 'M', "red,bold"),
    FAILED("failed", 'F', "red,bold"),
    MISSING("missing", '?', "red,reverse");

    private static final Map<String, Kind> BY_WORDS =
        Stream.of(values()).collect(Collectors.toMap(Kind::words, Function.identity()));

    private final String words;
    private final char sign;
    private final String styles;

    Kind(String words, char sign, String styles) {
      this.words = words;
      this.sign = sign;
      this.styles = styles;
    }

    static Kind of(String words) {
      Kind kind = BY_WORDS.get(words);
      if (kind == null) {
        throw new IllegalStateException("No mark for a day that is \"" + words + "\"");
      }
      return kind;
    }

    String words() {
      return words;
    }

    String drawn(Ansi ansi, int times) {
      return ansi.string("@|%s %s|@".formatted(styles, String.valueOf(sign).repeat(times)));
    }

    /** In two lines, so that each fits a terminal. */
    static List<String> legend(Ansi ansi) {
      return List.of(
          legend(ansi, SEALED, STORED, ACCEPTED, REQUESTED, IN_WORK) + "  blank: not due",
          legend(ansi, INCOMPLETE, MISMATCH, FAILED, MISSING));
    }

    private static String legend(Ansi ansi, Kind... kinds) {
      return Stream.of(kinds)
          .map(kind -> kind.drawn(ansi, 1) + " " + kind.words)
          .collect(Collectors.joining("  "));
    }
  }

  /** Reads all days of a gateway. */
  static List<Mark> list(ResultSet row, int number) throws SQLException {
    String gateway = row.getString("gateway");
    Integer[] days = (Integer[]) row.getArray("epoch_days").getArray();
    String[] marks = (String[]) row.getArray("marks").getArray();
    return IntStream.range(0, days.length)
        .mapToObj(i -> new Mark(gateway, LocalDate.ofEpochDay(days[i]), Kind.of(marks[i])))
        .toList();
  }
}
