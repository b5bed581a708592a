package io.daybook.command;

import io.daybook.gateway.DueDays;
import io.daybook.gateway.Gateway;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The days of one gateway that a command is asked about.
 *
 * @param lastDue the newest day that is due
 */
record Span(Gateway gateway, LocalDate from, LocalDate to, LocalDate lastDue) {

  Span {
    if (from.isAfter(to)) {
      throw new CommandException("The range %s to %s ends before it begins".formatted(from, to));
    }
  }

  static Span of(Gateway gateway, LocalDate from, LocalDate to, Clock clock) {
    return new Span(gateway, from, to, DueDays.last(gateway, clock));
  }

  /** For the statements that look at the days of several gateways at once. */
  static Map<String, Object> parameters(List<Span> spans) {
    return Map.of(
        "gateways", names(spans),
        "from", array(spans, Span::from),
        "to", array(spans, Span::to),
        "since", array(spans, span -> span.gateway().since()),
        "lastDue", array(spans, Span::lastDue));
  }

  static String[] names(List<Span> spans) {
    return array(spans, span -> span.gateway().name());
  }

  private static String[] array(List<Span> spans, Function<Span, @Nullable Object> value) {
    return spans.stream()
        .map(span -> Objects.toString(value.apply(span), null))
        .toArray(String[]::new);
  }
}
