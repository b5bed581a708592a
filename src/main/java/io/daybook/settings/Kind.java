package io.daybook.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A kind of value: what is allowed, in words and as a parser that throws at anything else. The
 * fallback stands in for a refused value, so that reading goes on to the next fault.
 */
record Kind<T>(String allowed, Function<String, T> parser, T fallback) {

  static final Kind<String> TEXT = new Kind<>("any text", text -> text, "");
  static final Kind<ZoneId> ZONE =
      new Kind<>("a time zone such as UTC or Asia/Dubai", ZoneId::of, ZoneId.of("UTC"));
  static final Kind<LocalDate> DATE =
      new Kind<>("a date such as 2024-07-10", LocalDate::parse, LocalDate.EPOCH);
  static final Kind<Path> DIRECTORY = given("a directory").map(Path::of);
  static final Kind<URI> ENDPOINT =
      new Kind<>("a URL such as http://localhost:9324", Kind::url, URI.create("http://localhost"));
  static final Kind<Duration> DELAY =
      new Kind<>("a duration such as PT15M or PT6H, not negative", Kind::delay, Duration.ZERO);
  static final Kind<Boolean> YES_OR_NO = oneOf("true", "false").map(Boolean::valueOf);

  /** Says why a value was refused, where the kind's own words are not enough. */
  static final class Refusal extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    Refusal(@Nullable String why) {
      super(why);
    }
  }

  /** For a record's constructor: refuses what reading would refuse. */
  void check(String name, String text) {
    try {
      T unused = parser.apply(text);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(name + " must be " + allowed, e);
    }
  }

  /** Any text but none; the description is the provider's. */
  static Kind<String> given(String description) {
    return matching("(?s).+", description.isEmpty() ? "set" : description, "");
  }

  static Kind<Long> whole(Range range) {
    return new Kind<>(range.words(), text -> within(range, Long.parseLong(text)), range.min());
  }

  static Kind<Integer> integer(Range range) {
    return whole(range).map(Math::toIntExact);
  }

  /** Comma-separated numbers, possibly none. */
  static Kind<List<Integer>> integers(Range range) {
    Kind<Integer> one = integer(range);
    return new Kind<>(
        "numbers separated by commas, each " + range.words() + " and none twice",
        text -> items(text).map(one.parser()).toList(),
        List.of());
  }

  static Kind<String> oneOf(String... choices) {
    return matching(String.join("|", choices), String.join(" or ", choices), choices[0]);
  }

  static Kind<String> matching(String regex, String allowed, String fallback) {
    Pattern pattern = Pattern.compile(regex);
    return new Kind<>(allowed, text -> require(pattern.matcher(text).matches(), text), fallback);
  }

  /** The same, or nothing. */
  Kind<Optional<T>> optional() {
    return new Kind<>(
        allowed + ", or empty",
        text -> text.isEmpty() ? Optional.empty() : Optional.of(parser.apply(text)),
        Optional.empty());
  }

  /** The same if needed, and otherwise the given value for an empty one. */
  Kind<T> neededIf(boolean needed, T otherwise) {
    return needed ? this : optional().map(value -> value.orElse(otherwise));
  }

  <R> Kind<R> map(Function<T, R> function) {
    return new Kind<>(allowed, parser.andThen(function), function.apply(fallback));
  }

  static Stream<String> items(String list) {
    List<String> items =
        Stream.of(list.split(",", -1)).map(String::strip).filter(i -> !list.isEmpty()).toList();
    if (items.stream().distinct().count() != items.size()) {
      throw new Refusal("one is given twice");
    }
    return items.stream();
  }

  private static String require(boolean valid, String text) {
    if (!valid) {
      throw new IllegalArgumentException();
    }
    return text;
  }

  private static long within(Range range, long value) {
    range.check("value", value);
    return value;
  }

  private static URI url(String text) {
    URI uri = URI.create(text);
    require(text.matches("https?://.+") && uri.getHost() != null, text);
    return uri;
  }

  private static Duration delay(String text) {
    Duration delay = Duration.parse(text);
    require(!delay.isNegative(), text);
    return delay;
  }
}
