package io.daybook.message;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.daybook.gateway.Gateway;
import io.daybook.gateway.Gateways;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a message asks for. A message can name enabled gateways, days and rejected
 * transactions, and nothing else in it has any effect; what it says wrongly is refused with the
 * reason.
 */
public final class MessageReader {
  /** More days than this in one message are a mistake more often than a wish. */
  public static final int RANGE_DAYS_MAX = 400;

  private static final int CHARACTERS_MAX = 10_000;
  private static final Pattern BARE_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(20).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();

  private final Gateways gateways;
  private final Clock clock;

  public MessageReader(Gateways gateways, Clock clock) {
    this.gateways = gateways;
    this.clock = clock;
  }

  /**
   * Returns the days that a message asks for.
   *
   * @throws InvalidMessageException with cause {@code invalid-message}, {@code unknown-gateway} or
   *     {@code not-due}
   */
  public Asked read(Received message) {
    String body = message.body().strip();
    if (body.length() > CHARACTERS_MAX) {
      throw InvalidMessageException.invalid(
          "it has %d characters, at most %d are read".formatted(body.length(), CHARACTERS_MAX));
    }
    if (BARE_DATE.matcher(body).matches()) {
      LocalDate date = Fields.date("the date", body);
      return everyGateway(gateway -> date, message.messageId(), null);
    }
    return read(new Fields(parse(body)), message);
  }

  private static JsonNode parse(String body) {
    try {
      JsonNode parsed = JSON.readTree(body);
      if (parsed.isObject()) {
        return parsed;
      }
      throw InvalidMessageException.invalid(
          "it is neither a date nor a JSON object: \"" + Excerpt.of(body) + "\"");
    } catch (JsonProcessingException malformed) {
      throw InvalidMessageException.invalid(
          "it is neither a date nor JSON: " + Excerpt.of(malformed.getOriginalMessage(), 200));
    }
  }

  private Asked read(Fields fields, Received message) {
    String requestId = fields.text("requestId");
    String reason = fields.text("reason");
    String instant = fields.has("scheduledTime") ? "scheduledTime" : "time";
    if (!fields.has("gateway") && fields.has(instant)) {
      Instant time = fields.instant(instant);
      Function<Gateway, LocalDate> dayBefore = gateway -> dayBefore(time, gateway.zone());
      return everyGateway(dayBefore, requestId == null ? message.messageId() : requestId, reason);
    }
    Gateway gateway = gateway(fields.requiredText("gateway"));
    Long rejectedId = fields.number("rejectedId");
    if (rejectedId != null && (fields.has("from") || fields.has("to"))) {
      throw InvalidMessageException.invalid("it names both a \"rejectedId\" and a range");
    }
    boolean rebuild = fields.flag("rebuild");
    if (rebuild && (rejectedId != null || fields.has("from") || fields.has("to"))) {
      throw InvalidMessageException.invalid("\"rebuild\" is for one day, named by \"date\"");
    }
    if (fields.has("date") && (fields.has("from") || fields.has("to"))) {
      throw InvalidMessageException.invalid("it names both a \"date\" and a range");
    }
    if (fields.has("from") || fields.has("to")) {
      return range(gateway, fields, requestId == null ? message.messageId() : requestId, reason);
    }
    LocalDate date = due(gateway, fields.requiredDate("date"));
    DayRequest.Rebuild how =
        rebuild ? new DayRequest.Rebuild(fields.flag("despiteDamage"), null) : null;
    DayRequest day = new DayRequest(gateway.name(), date, requestId, reason, rejectedId, how);
    return new Asked(List.of(day), true, "");
  }

  private static LocalDate dayBefore(Instant time, ZoneId zone) {
    return LocalDate.ofInstant(time, zone).minusDays(1);
  }

  private Gateway gateway(String name) {
    Gateway gateway = gateways.find(name);
    if (gateway == null) {
      throw InvalidMessageException.unknownGateway(
          name, gateways.all().stream().map(Gateway::name).toList());
    }
    return gateway;
  }

  private LocalDate due(Gateway gateway, LocalDate date) {
    if (date.isAfter(gateway.lastDayOver(clock))) {
      throw InvalidMessageException.notDue(gateway.name(), date, gateway.lastDayOver(clock));
    }
    return date;
  }

  /**
   * Refused as a whole only if the day is over nowhere; else each gateway's day is judged alone.
   */
  private Asked everyGateway(
      Function<Gateway, LocalDate> date, String requestId, @Nullable String reason) {
    List<DayRequest> days =
        gateways.all().stream()
            .map(each -> new DayRequest(each.name(), date.apply(each), requestId, reason))
            .toList();
    if (days.isEmpty()) {
      throw InvalidMessageException.unknownGateway("(all)", "none");
    }
    if (days.stream().noneMatch(this::isOver)) {
      due(gateway(days.get(0).gateway()), days.get(0).date());
    }
    return new Asked(days, false, "");
  }

  private boolean isOver(DayRequest day) {
    return !day.date().isAfter(gateway(day.gateway()).lastDayOver(clock));
  }

  private Asked range(Gateway gateway, Fields fields, String requestId, @Nullable String reason) {
    LocalDate from = fields.requiredDate("from");
    LocalDate to = fields.requiredDate("to");
    if (from.isAfter(to)) {
      throw InvalidMessageException.invalid("\"from\" " + from + " is after \"to\" " + to);
    }
    if (ChronoUnit.DAYS.between(from, to) >= RANGE_DAYS_MAX) {
      throw InvalidMessageException.invalid(
          "%s to %s has more than %d days; ask for them in parts"
              .formatted(from, to, RANGE_DAYS_MAX));
    }
    due(gateway, to);
    List<DayRequest> days =
        from.datesUntil(to.plusDays(1))
            .map(date -> new DayRequest(gateway.name(), date, requestId, reason))
            .toList();
    return new Asked(days, false, "/range");
  }
}
