package io.daybook.sandbox;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Payments as <a href="https://docs.moyasar.com/api/payments/list-payments">Moyasar</a> lists them;
 * members and order from a response saved in its own SDK (moyasar-php,
 * tests/raw-responses/payment/payment_list.json).
 */
final class MoyasarRecords {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final List<String> NAMES =
      List.of("John Doe", "Nora Al-Qahtani", "محمد العتيبي", "Zoë O'Brien", "سارة الحربي");
  private static final List<String> COMPANIES = List.of("visa", "master", "mada", "amex");

  private MoyasarRecords() {}

  static void write(Entry entry, JsonGenerator json) throws IOException {
    boolean failed = entry.status().equals("failed");
    UUID invoice = derived(entry, "invoice");
    json.writeStartObject();
    json.writeStringField("id", entry.id());
    json.writeStringField("status", entry.status());
    json.writeNumberField("amount", entry.amountMinor());
    json.writeNumberField("fee", entry.feeMinor());
    json.writeStringField("currency", entry.currency());
    json.writeNumberField("refunded", entry.refundedMinor());
    writeNullable(json, "refunded_at", entry.refundedMinor() == 0 ? null : stamp(entry, 3_600));
    json.writeStringField("description", "Order " + entry.id().substring(0, 8));
    json.writeStringField("amount_format", format(entry.amountMinor(), entry.currency()));
    json.writeStringField("fee_format", format(entry.feeMinor(), entry.currency()));
    json.writeStringField("refunded_format", format(entry.refundedMinor(), entry.currency()));
    writeNullable(json, "invoice_id", failed ? null : invoice.toString());
    json.writeNullField("ip");
    json.writeStringField(
        "callback_url", "https://dashboard.moyasar.com/invoices/" + invoice + "/cc");
    json.writeStringField("created_at", stamp(entry, 0));
    json.writeStringField("updated_at", stamp(entry, entry.refundedMinor() == 0 ? 6 : 3_600));
    writeSource(entry, json);
    json.writeEndObject();
  }

  private static void writeSource(Entry entry, JsonGenerator json) throws IOException {
    UUID token = derived(entry, "token");
    int choice = Math.floorMod(token.hashCode(), 1 << 20);
    json.writeObjectFieldStart("source");
    json.writeStringField("type", entry.type());
    json.writeStringField("company", COMPANIES.get(choice % COMPANIES.size()));
    json.writeStringField("name", NAMES.get(choice % NAMES.size()));
    json.writeStringField("number", "XXXX-XXXX-XXXX-%04d".formatted(choice % 10_000));
    json.writeStringField(
        "message", entry.status().equals("failed") ? "Insufficient Funds" : "Succeeded!");
    json.writeStringField(
        "transaction_url", "https://api.moyasar.com/v1/transaction_auths/" + token + "/form");
    json.writeStringField("gateway_id", "moyasar_ap_" + token.toString().substring(0, 8));
    json.writeStringField("reference_number", "%012d".formatted(choice));
    json.writeEndObject();
  }

  private static void writeNullable(JsonGenerator json, String name, @Nullable String value)
      throws IOException {
    json.writeFieldName(name);
    json.writeString(value);
  }

  private static String stamp(Entry entry, long secondsLater) {
    Instant at = entry.occurredAt().plusSeconds(secondsLater);
    return MILLIS.format(at);
  }

  private static UUID derived(Entry entry, String what) {
    return UUID.nameUUIDFromBytes((what + entry.id()).getBytes(StandardCharsets.UTF_8));
  }

  private static String format(long minor, String currency) {
    int digits = Currency.getInstance(currency).getDefaultFractionDigits();
    return BigDecimal.valueOf(minor, digits).toPlainString() + " " + currency;
  }
}
