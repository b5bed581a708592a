package io.daybook.promises;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A record that differs from 999 good ones in one value.
 *
 * @param what is wrong with it
 * @param bytes the record as the gateway sends it
 * @param cause of its rejection; empty if it is to be stored
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RefusedRecord(String what, byte[] bytes, String cause) {
  private static final String RECORD =
      """
      {"id": "%s", "amount": %s, "fee": 3, "currency": "usd", "created": %d,
       "reporting_category": "charge", "status": "available", "source": "ch_1", "nested": {"description": "%s"}}""";

  static List<RefusedRecord> all(long created) {
    return List.of(
        of("an id with a NUL", "txn_\\u0000", "5", created, "", "bad-value"),
        of("an id that is half a character", "txn_\\ud800", "5", created, "", "bad-value"),
        of("an id of 10,000 characters", "t".repeat(10_000), "5", created, "", "bad-value"),
        of(
            "an amount beyond 64 bits",
            "txn_" + created,
            "9223372036854775808",
            created,
            "",
            "bad-value"),
        of(
            "half a character as UTF-8",
            "txn_" + created,
            "5",
            created,
            "\u0001\u0002\u0003",
            "bad-value"),
        of("an overlong NUL", "txn_" + created, "5", created, "\u0004\u0005", "bad-value"),
        of("a NUL in the payload", "txn_" + created, "5", created, "a\\u0000b", ""),
        of("half a character in the payload", "txn_" + created, "5", created, "a\\ud800b", ""),
        of("U+FFFD itself in the payload", "txn_" + created, "5", created, "a\ufffdb", ""));
  }

  private static RefusedRecord of(
      String what, String id, String amount, long created, String description, String cause) {
    return new RefusedRecord(what, bytes(record(id, amount, created, description)), cause);
  }

  static String record(String id, String amount, long created, String description) {
    return RECORD.formatted(id, amount, created, description);
  }

  /** With bytes that are no UTF-8 for the first control characters, which JSON has none of. */
  private static byte[] bytes(String record) {
    byte[] illFormed = {0, (byte) 0xED, (byte) 0xA0, (byte) 0x80, (byte) 0xC0, (byte) 0x80};
    byte[] bytes = record.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = bytes[i] > 0 && bytes[i] < illFormed.length ? illFormed[bytes[i]] : bytes[i];
    }
    return bytes;
  }
}
