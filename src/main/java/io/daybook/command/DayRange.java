package io.daybook.command;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The days from one date to another, both included.
 *
 * @param single whether it was typed as one date
 */
record DayRange(LocalDate from, LocalDate to, boolean single) {
  private static final String SEPARATOR = "..";

  long days() {
    return ChronoUnit.DAYS.between(from, to) + 1;
  }

  /** Refuses a range that ends before it begins. */
  void check() {
    if (from.isAfter(to)) {
      throw new CommandException("The range %s ends before it begins".formatted(this));
    }
  }

  Stream<LocalDate> dates() {
    return from.datesUntil(to.plusDays(1));
  }

  @Override
  public String toString() {
    return single ? from.toString() : from + SEPARATOR + to;
  }

  /** Understands {@code 2024-07-10} and {@code 2024-07-01..2024-07-10}. */
  static final class Converter implements ITypeConverter<DayRange> {
    @Override
    public DayRange convert(String text) {
      int separator = text.indexOf(SEPARATOR);
      if (separator < 0) {
        LocalDate date = date(text);
        return new DayRange(date, date, true);
      }
      return new DayRange(
          date(text.substring(0, separator)),
          date(text.substring(separator + SEPARATOR.length())),
          false);
    }

    private static LocalDate date(String text) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeException e) {
        throw new TypeConversionException("\"" + text + "\" is no date such as 2024-07-10");
      }
    }
  }
}
