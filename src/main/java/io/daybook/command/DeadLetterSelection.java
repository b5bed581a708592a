package io.daybook.command;

import io.daybook.deadletter.Filter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say which dead letters are meant; several of one kind mean any of them. */
final class DeadLetterSelection {
  @Option(
      names = "--gateway",
      paramLabel = "G",
      description = "Of this gateway; may be given several times.")
  private List<String> gateways = new ArrayList<>();

  @Option(
      names = "--cause",
      paramLabel = "C",
      description = "With this cause; may be given several times.")
  private List<String> causes = new ArrayList<>();

  @Option(
      names = "--date",
      paramLabel = "D|D..D",
      converter = DayRange.Converter.class,
      description = "Of this business date, or of these.")
  private @Nullable DayRange date;

  @Option(names = "--id", paramLabel = "N", description = "This one; may be given several times.")
  private List<Long> ids = new ArrayList<>();

  @Option(
      names = "--limit",
      paramLabel = "N",
      converter = Positive.class,
      description = "The first N in the order in which they failed.")
  private int limit = Integer.MAX_VALUE;

  Filter filter(String state) {
    DayRange days = date;
    return new Filter(
        state,
        ids,
        gateways,
        causes,
        days == null ? null : days.from(),
        days == null ? null : days.to());
  }

  boolean isEmpty() {
    return gateways.isEmpty() && causes.isEmpty() && ids.isEmpty() && date == null;
  }

  List<Long> ids() {
    return ids;
  }

  int limit() {
    return limit;
  }

  /** A whole number above zero. */
  static final class Positive implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      if (!text.matches("0*[1-9]\\d{0,8}")) {
        throw new TypeConversionException("\"" + text + "\" is no whole number above 0");
      }
      return Integer.valueOf(text);
    }
  }
}
