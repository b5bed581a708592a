package io.daybook.promises;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.sandbox.Behaviour;
import java.util.Map;

/** What is wrong with single transactions on a page. */
final class RecordFaults {
  private static final int DAY_SECONDS = 86_400;

  private RecordFaults() {}

  static void addTo(Map<String, Behaviour> faults) {
    faults.put("records-of-the-day-before", Records.all(RecordFaults::addDayBefore));
    faults.put("records-twice", Records.all(records -> records.addAll(records.deepCopy())));
    faults.put("record-that-is-none", Records.all(records -> records.insert(7, 42)));
    faults.put("id-missing", Records.one(record -> record.remove("id")));
    faults.put("currency-missing", Records.one(record -> record.remove("currency")));
    faults.put("currency-unknown", Records.one(record -> record.put("currency", "zzz")));
    faults.put("amount-is-text", Records.one(record -> record.put("amount", "12.50")));
    faults.put("amount-is-null", Records.one(record -> record.putNull("amount")));
    faults.put("amount-is-1e400", amount("1e400"));
    faults.put("amount-is-1e999999999", amount("1e999999999"));
    faults.put("amount-beyond-64-bits", amount("9223372036854775808"));
    faults.put("1e400-elsewhere", BodyFaults.record("\"description\": 1e400"));
    faults.put("time-is-text", Records.one(record -> record.put("created", "yesterday")));
    faults.put("time-beyond-reason", Records.one(record -> record.put("created", Long.MAX_VALUE)));
  }

  /** Five more that belong to another day, though nobody asked for it. */
  private static void addDayBefore(ArrayNode records) {
    for (int i = 0; i < 5; i++) {
      ObjectNode other = records.get(i).deepCopy();
      other.put("id", "txn_of_the_day_before_" + i);
      other.put("created", other.get("created").longValue() - DAY_SECONDS);
      records.insert(0, other);
    }
  }

  private static Behaviour amount(String number) {
    return BodyFaults.text(json -> withSecondAmount(json, number));
  }

  /** The second record's amount, in the text: no tree of JSON would keep such a number. */
  private static String withSecondAmount(String json, String number) {
    int second = json.indexOf("\"amount\"", json.indexOf("\"amount\"") + 1);
    int end = json.indexOf(',', second);
    return json.substring(0, second) + "\"amount\": " + number + json.substring(end);
  }
}
