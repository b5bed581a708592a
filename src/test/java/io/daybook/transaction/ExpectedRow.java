package io.daybook.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of a hand-written {@code *.expected.csv}; an empty cell is null. */
record ExpectedRow(
    String transactionId,
    String type,
    String status,
    String effect,
    long amountMinor,
    String currency,
    @Nullable Long feeMinor,
    Instant occurredAt,
    @Nullable String reference,
    @Nullable String relatedId) {
  private static final String HEADER =
      "transaction_id,type,status,effect,amount_minor,currency,fee_minor,occurred_at,reference,"
          + "related_id";

  static List<ExpectedRow> parse(String csv) {
    List<String> lines = csv.lines().toList();
    assertThat(lines.get(0)).isEqualTo(HEADER);
    return lines.stream().skip(1).map(ExpectedRow::row).toList();
  }

  private static ExpectedRow row(String line) {
    String[] cells = line.split(",", -1);
    assertThat(cells).as(line).hasSize(10);
    String fee = orNull(cells[6]);
    return new ExpectedRow(
        cells[0],
        cells[1],
        cells[2],
        cells[3],
        Long.parseLong(cells[4]),
        cells[5],
        fee == null ? null : Long.valueOf(fee),
        Instant.parse(cells[7]),
        orNull(cells[8]),
        orNull(cells[9]));
  }

  private static @Nullable String orNull(String cell) {
    return cell.isEmpty() ? null : cell;
  }

  static ExpectedRow of(Transaction mapped) {
    return new ExpectedRow(
        mapped.id(),
        mapped.type(),
        mapped.status(),
        mapped.effect(),
        mapped.amountMinor(),
        mapped.currency(),
        mapped.feeMinor(),
        mapped.occurredAt(),
        mapped.reference(),
        mapped.relatedId());
  }
}
