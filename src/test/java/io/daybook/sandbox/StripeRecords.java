package io.daybook.sandbox;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Balance transactions as the example of <a
 * href="https://docs.stripe.com/api/balance_transactions/list">Stripe's reference</a> shows them:
 * these members, in this order.
 */
final class StripeRecords {
  private static final Duration UNTIL_AVAILABLE = Duration.ofDays(2);

  private StripeRecords() {}

  static String list(List<Entry> entries, boolean hasMore) {
    return Json.indented(
        json -> {
          json.writeStartObject();
          json.writeStringField("object", "list");
          json.writeStringField("url", "/v1/balance_transactions");
          json.writeBooleanField("has_more", hasMore);
          json.writeArrayFieldStart("data");
          for (Entry entry : entries) {
            write(entry, json);
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private static void write(Entry entry, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", entry.id());
    json.writeStringField("object", "balance_transaction");
    json.writeNumberField("amount", entry.amountMinor());
    json.writeNumberField(
        "available_on", entry.occurredAt().plus(UNTIL_AVAILABLE).getEpochSecond());
    json.writeNumberField("created", entry.occurredAt().getEpochSecond());
    json.writeStringField("currency", entry.currency().toLowerCase(Locale.ROOT));
    json.writeNullField("description");
    json.writeNullField("exchange_rate");
    json.writeNumberField("fee", entry.feeMinor());
    json.writeArrayFieldStart("fee_details");
    json.writeEndArray();
    json.writeNumberField("net", entry.amountMinor() - entry.feeMinor());
    json.writeStringField("reporting_category", category(entry.type()));
    json.writeStringField("source", source(entry));
    json.writeStringField("status", entry.status());
    json.writeStringField("type", entry.type());
    json.writeEndObject();
  }

  /**
   * See <a href="https://docs.stripe.com/reports/reporting-categories">Stripe's reporting
   * categories</a>.
   */
  private static String category(String type) {
    return switch (type) {
      case "adjustment" -> "dispute";
      case "stripe_fee" -> "fee";
      default -> type;
    };
  }

  private static String source(Entry entry) {
    String prefix =
        switch (entry.type()) {
          case "charge" -> "ch";
          case "refund" -> "re";
          case "payout" -> "po";
          case "transfer" -> "tr";
          case "adjustment" -> "du";
          default -> "fee";
        };
    return prefix + entry.id().substring(entry.id().indexOf('_'));
  }
}
