package io.daybook.transaction;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the records of a provider's JSON answer become transactions: the bean in which a provider's
 * YAML file says which field is what. Without it a record is data, never an instruction.
 */
public final class JsonTransactions {
  private final Map<String, Reading> columns = new LinkedHashMap<>();
  private String records = "";
  private @Nullable TextField id;
  private @Nullable TextField type;
  private @Nullable TextField status;
  private @Nullable EffectRule effect;
  private @Nullable FieldPath amount;
  private @Nullable FieldPath currency;
  private @Nullable FieldPath fee;
  private @Nullable InstantField occurredAt;
  private @Nullable TextField reference;
  private @Nullable TextField relatedId;
  private MinorUnits minorUnits = new MinorUnits("");
  private VolatileFields volatileFields = VolatileFields.NONE;
  private PersonalFields personal = PersonalFields.NONE;

  /** The dotted path of the array that holds the records. */
  public void setRecords(String records) {
    this.records = records;
  }

  /** The provider's own id; several fields joined where one is not unique. */
  public void setId(String id) {
    this.id = column("id", new TextField(id));
  }

  public void setType(String type) {
    this.type = column("type", new TextField(type));
  }

  public void setStatus(String status) {
    this.status = column("status", new TextField(status));
  }

  /** {@code posted}, {@code pending}, {@code none}, or pairs such as {@code paid=posted}. */
  public void setEffect(String effect) {
    this.effect = new EffectRule(effect);
  }

  /** The field with a whole number of minor units; money to us is positive. */
  public void setAmount(String amount) {
    this.amount = column("amount", new FieldPath(amount));
  }

  public void setCurrency(String currency) {
    this.currency = column("currency", new FieldPath(currency));
  }

  /** The field with what the provider kept, in minor units of the same currency; may be absent. */
  public void setFee(String fee) {
    this.fee = column("fee", new FieldPath(fee));
  }

  /** When it happened, which also decides its day: {@code epoch-seconds created}. */
  public void setOccurredAt(String occurredAt) {
    this.occurredAt = column("occurredAt", new InstantField(occurredAt));
  }

  public void setReference(String reference) {
    this.reference = column("reference", new TextField(reference));
  }

  public void setRelatedId(String relatedId) {
    this.relatedId = column("relatedId", new TextField(relatedId));
  }

  /** Currencies that the provider counts in other decimals than ISO 4217: {@code ISK=2}. */
  public void setDecimals(String decimals) {
    this.minorUnits = new MinorUnits(decimals);
  }

  /** Fields of a record in which another value is no change: {@code fetched_at meta.seen}. */
  public void setVolatile(String fields) {
    this.volatileFields = new VolatileFields(fields);
  }

  /** Fields whose values are never kept: {@code billing_details.email card.number}. */
  public void setPersonal(String personal) {
    this.personal = new PersonalFields(personal);
  }

  /** Throws IllegalArgumentException if what was set cannot be together. */
  public void check() {
    columns.values().stream()
        .flatMap(column -> column.paths().stream())
        .forEach(volatileFields::checkApartFrom);
  }

  public String records() {
    return records;
  }

  public VolatileFields volatileFields() {
    return volatileFields;
  }

  public PersonalFields personal() {
    return personal;
  }

  /**
   * Returns each path that is read, from the answer's outermost object, by the key that sets it.
   */
  public Map<String, List<String>> reads() {
    Map<String, List<String>> reads = new LinkedHashMap<>();
    reads.put("records", List.of(records));
    columns.forEach(
        (key, column) ->
            reads.put(key, column.paths().stream().map(path -> records + "." + path).toList()));
    return reads;
  }

  private <R extends Reading> R column(String key, R field) {
    columns.put(key, field);
    return field;
  }

  /**
   * Returns the id of a record without mapping the rest, or null if it has none that can be used.
   */
  public @Nullable String idOf(RawTransaction raw) {
    try {
      return raw.erased() == null ? set(id, "id").optional(raw.fields()) : raw.erased().id();
    } catch (UnmappableException unusable) {
      return null;
    }
  }

  /** Returns the reference of a record, or null if it has none that can be used. */
  public @Nullable String referenceOf(RawTransaction raw) {
    try {
      return reference == null ? null : reference.optional(raw.fields());
    } catch (UnmappableException unusable) {
      return null;
    }
  }

  /**
   * Returns what is to stand in place of a record.
   *
   * @param sha256 over the record's bytes
   */
  public ErasedRecord erase(RawTransaction raw, byte[] sha256, Erasure erasure) {
    try {
      return ErasedRecord.of(erasure, sha256, map(raw));
    } catch (UnmappableException unmappable) {
      return ErasedRecord.of(erasure, sha256, idOf(raw));
    }
  }

  public Transaction map(RawTransaction raw) throws UnmappableException {
    if (raw.erased() != null) {
      return raw.erased().transaction(raw);
    }
    WellFormed.check(raw);
    JsonNode record = raw.fields();
    String statusWord = set(status, "status").required(record);
    String code = MinorUnits.currency(set(currency, "currency"), record);
    Columns mapped =
        new Columns(
            set(id, "id").required(record),
            set(type, "type").required(record),
            statusWord,
            set(effect, "effect").of(statusWord),
            minor(set(amount, "amount"), record, code, true),
            code,
            fee == null ? null : minor(fee, record, code, false),
            set(occurredAt, "occurredAt").of(record),
            reference == null ? null : reference.optional(record),
            relatedId == null ? null : relatedId.optional(record));
    return mapped.of(raw, volatileFields.removedFrom(record));
  }

  private @Nullable Long minor(FieldPath path, JsonNode record, String code, boolean required)
      throws UnmappableException {
    JsonNode value = required ? path.require(record) : path.find(record);
    return value == null ? null : (Long) minorUnits.amount(path, value, code);
  }

  private static <T> T set(@Nullable T field, String name) {
    return Objects.requireNonNull(field, () -> "the provider's file sets no \"" + name + "\"");
  }
}
