package io.daybook.transaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a page in place of an erased transaction: by which erasure, the hash of the bytes
 * that were sent, and the columns that stay. Without these it is the note in place of a payload.
 */
public final class ErasedRecord {
  private static final String MEMBER = "erasedByDaybook";
  private static final HexFormat HEX = HexFormat.of();

  private final ObjectNode fields;

  private ErasedRecord(ObjectNode fields) {
    this.fields = fields;
  }

  /** Of one that never could be mapped, with its id if it has one. */
  static ErasedRecord of(Erasure erasure, byte[] sha256, @Nullable String id) {
    ObjectNode fields = head(erasure).put("sha256", HEX.formatHex(sha256));
    return new ErasedRecord(id == null ? fields : fields.put("id", id));
  }

  static ErasedRecord of(Erasure erasure, byte[] sha256, Transaction erased) {
    ErasedRecord record = of(erasure, sha256, erased.id());
    record
        .fields
        .put("type", erased.type())
        .put("status", erased.status())
        .put("effect", erased.effect())
        .put("amountMinor", erased.amountMinor())
        .put("currency", erased.currency())
        .put("feeMinor", erased.feeMinor())
        .put("occurredAt", erased.occurredAt().toString())
        .put("relatedId", erased.relatedId())
        .put("contentHash", HEX.formatHex(erased.contentHash()));
    return record;
  }

  private static ObjectNode head(Erasure erasure) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("erasure", erasure.id())
        .put("at", erasure.at().toString());
  }

  /**
   * Returns what a record says, or null if it is none of these.
   *
   * @param erasures the ids that are known; by another one, a gateway may have made it up
   */
  public static @Nullable ErasedRecord read(JsonNode record, Set<String> erasures) {
    JsonNode fields = record.size() == 1 ? record.get(MEMBER) : null;
    return fields instanceof ObjectNode object && erasures.contains(object.path("erasure").asText())
        ? new ErasedRecord(object)
        : null;
  }

  /** Returns the JSON text that takes the place of a payload. */
  public static String note(Erasure erasure) {
    return text(head(erasure));
  }

  private static String text(ObjectNode fields) {
    return JsonNodeFactory.instance.objectNode().set(MEMBER, fields).toString();
  }

  public byte[] bytes() {
    return text(fields).getBytes(StandardCharsets.UTF_8);
  }

  public Erasure erasure() {
    return new Erasure(fields.get("erasure").asText(), Instant.parse(fields.get("at").asText()));
  }

  public @Nullable String id() {
    return fields.path("id").textValue();
  }

  /** The hash of the bytes that the gateway sent. */
  public byte[] sha256() {
    return HEX.parseHex(fields.get("sha256").asText());
  }

  Transaction transaction(RawTransaction raw) throws UnmappableException {
    if (!fields.has("contentHash")) {
      throw new UnmappableException("erased", "it was erased before it could be stored");
    }
    return new Transaction(
        raw,
        fields.get("id").asText(),
        fields.get("type").asText(),
        fields.get("status").asText(),
        fields.get("effect").asText(),
        fields.get("amountMinor").asLong(),
        fields.get("currency").asText(),
        fields.get("feeMinor").isNull() ? null : (Long) fields.get("feeMinor").asLong(),
        Instant.parse(fields.get("occurredAt").asText()),
        null,
        fields.get("relatedId").textValue(),
        HEX.parseHex(fields.get("contentHash").asText()));
  }
}
