package io.daybook.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final LocalDate DAY = LocalDate.of(2024, 7, 10);
  private static final String INSERT =
      """
      INSERT INTO daybook.transactions (gateway, transaction_id, business_date, type, status, effect, amount_minor,
        currency, fee_minor, occurred_at, payload, content_hash, observed_at, run_id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '{}', '', now(), 1)
      """;

  private final Ledger ledger =
      new History("moyasar", Kind.MOYASAR, ZoneId.of("Asia/Riyadh"), 50).between(DAY, DAY);
  private final Truth truth = new Truth(ledger);
  private final Database database = EmbeddedDatabase.shared().createDatabase();
  private final Comparison comparison = new Comparison(database, truth);

  @BeforeEach
  void store() throws IOException, SQLException {
    try (var migration =
        getClass().getResourceAsStream("/db/migration/V001__create_days_and_transactions.sql")) {
      String tables = new String(migration.readAllBytes(), StandardCharsets.UTF_8);
      database.execute("CREATE SCHEMA daybook; SET search_path = daybook; " + tables);
    }
    try (var connection = database.connect();
        var insert = connection.prepareStatement(INSERT)) {
      for (Entry entry : ledger.entries()) {
        Object[] values = {
          "moyasar",
          entry.id(),
          DAY,
          entry.type(),
          entry.status(),
          entry.effect().name().toLowerCase(Locale.ROOT),
          entry.amountMinor(),
          entry.currency(),
          entry.feeMinor(),
          entry.occurredAt().atOffset(ZoneOffset.UTC)
        };
        for (int i = 0; i < values.length; i++) {
          insert.setObject(i + 1, values[i]);
        }
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  @Test
  void finds_nothing_when_all_is_stored() {
    assertThat(comparison.differences()).isEmpty();
    assertThat(comparison.differences("moyasar", DAY)).isEmpty();
  }

  @Test
  void names_what_is_missing_too_much_or_wrong() {
    List<Entry> day = ledger.day(DAY);
    database.execute(
        "DELETE FROM daybook.transactions WHERE transaction_id = '" + day.get(0).id() + "'");
    ledger.remove(day.get(1).id());
    ledger.replace(day.get(2).withAmount(1));
    assertThat(comparison.differences())
        .satisfiesExactlyInAnyOrder(
            missing -> assertThat(missing).contains(day.get(0).id(), "is missing"),
            extra -> assertThat(extra).contains(day.get(1).id(), "the gateway does not have it"),
            wrong -> assertThat(wrong).contains(day.get(2).id(), "should be 1"));
  }

  @Test
  void sums_only_what_moved_money() throws SQLException {
    try (var connection = database.connect();
        var rows =
            connection
                .createStatement()
                .executeQuery(
                    "SELECT currency, sum(amount_minor) FROM daybook.transactions WHERE effect = 'posted' GROUP BY 1")) {
      var posted = truth.day("moyasar", DAY).postedMinor();
      while (rows.next()) {
        assertThat(posted.remove(rows.getString(1))).isEqualTo(rows.getLong(2));
      }
      assertThat(posted).isEmpty();
    }
  }

  @Test
  void totals_are_equal_until_a_row_an_amount_or_a_version_differs() {
    assertThat(comparison.stored()).isEqualTo(truth.totals());
    Entry entry = ledger.day(DAY).get(0);
    ledger.replace(entry.as(entry.status(), entry.effect()));
    Totals stored = comparison.stored();
    assertThat(stored.hash()).as("hash with a version behind").isNotEqualTo(truth.totals().hash());
    assertThat(stored.count()).isEqualTo(truth.totals().count());
    database.execute(
        "UPDATE daybook.transactions SET version = 2 WHERE transaction_id = '" + entry.id() + "'");
    assertThat(comparison.stored()).isEqualTo(truth.totals());
    database.execute(
        "UPDATE daybook.transactions SET amount_minor = amount_minor + 1 WHERE effect = 'posted'");
    assertThat(comparison.stored().postedMinor()).isNotEqualTo(truth.totals().postedMinor());
  }

  @Test
  void hashes_the_same_ids_and_versions_alike_in_any_order() {
    SetHash oneWay = new SetHash().add("a", "1", 1).add("b", "2", 3);
    SetHash otherWay = new SetHash().add("b", "2", 3).add("a", "1", 1);
    assertThat(oneWay).hasToString(otherWay.toString());
    assertThat(oneWay.toString())
        .isNotEqualTo(new SetHash().add("a", "2", 1).add("b", "1", 3).toString())
        .isNotEqualTo(new SetHash().add("a", "1", 1).add("b", "2", 1).toString())
        .isNotEqualTo(new SetHash().add("a", "1", 1).add("b", "2", 3).add("b", "2", 3).toString());
  }
}
