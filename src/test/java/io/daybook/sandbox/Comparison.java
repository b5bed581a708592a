package io.daybook.sandbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The table {@code transactions} beside the truth: each difference in a sentence, none when they
 * agree. Rows that are marked as vanished must not be in the truth any more.
 */
public final class Comparison {
  private static final int SHOWN_MAX = 20;
  private static final int FETCH_SIZE = 5_000;
  private static final String SQL =
      """
      SELECT transaction_id, business_date, status, effect, amount_minor, currency, fee_minor, occurred_at
        FROM %s.transactions
       WHERE gateway = ? AND business_date BETWEEN ? AND ? AND vanished_at IS NULL
      """;

  private static final String ALL =
      """
      SELECT gateway, transaction_id, version, effect, amount_minor, currency
        FROM %s.transactions
       WHERE vanished_at IS NULL
      """;

  private final Database database;
  private final String schema;
  private final Truth truth;

  public Comparison(Database database, Truth truth) {
    this(database, "daybook", truth);
  }

  public Comparison(Database database, String schema, Truth truth) {
    this.database = database;
    this.schema = schema;
    this.truth = truth;
  }

  /** Of all that the gateways know. */
  public List<String> differences() {
    return truth.ledgers().stream()
        .flatMap(
            l -> differences(l.gateway(), LocalDate.EPOCH, LocalDate.of(9999, 12, 31)).stream())
        .toList();
  }

  /** All that is stored, to be equal to {@link Truth#totals}. */
  public Totals stored() {
    SetHash hash = new SetHash();
    SortedMap<String, Long> posted = new TreeMap<>();
    int count = 0;
    try (var connection = database.connect();
        var query = connection.prepareStatement(ALL.formatted(schema))) {
      connection.setAutoCommit(false);
      query.setFetchSize(FETCH_SIZE);
      for (ResultSet row = query.executeQuery(); row.next(); count++) {
        hash.add(row.getString(1), row.getString(2), row.getInt("version"));
        if (row.getString("effect").equals("posted")) {
          posted.merge(row.getString("currency"), row.getLong("amount_minor"), Math::addExact);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new Totals(count, posted, hash.toString());
  }

  public List<String> differences(String gateway, LocalDate date) {
    return differences(gateway, date, date);
  }

  /** Of the days from one to another, both included. */
  public List<String> differences(String gateway, LocalDate from, LocalDate to) {
    Ledger ledger = truth.ledger(gateway);
    Set<String> stored = new HashSet<>();
    List<String> differences = new ArrayList<>();
    try (var connection = database.connect();
        var query = connection.prepareStatement(SQL.formatted(schema))) {
      connection.setAutoCommit(false);
      query.setFetchSize(FETCH_SIZE);
      query.setString(1, gateway);
      query.setObject(2, from);
      query.setObject(3, to);
      for (ResultSet row = query.executeQuery(); row.next(); ) {
        stored.add(row.getString("transaction_id"));
        compare(row, ledger).forEach(differences::add);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    missing(ledger, from, to, stored).forEach(differences::add);
    return shortened(differences);
  }

  private static Stream<String> compare(ResultSet row, Ledger ledger) throws SQLException {
    String id = row.getString("transaction_id");
    String where =
        ledger.gateway() + " " + row.getObject("business_date", LocalDate.class) + " " + id;
    Optional<Entry> found = ledger.find(id);
    if (found.isEmpty()) {
      return Stream.of(where + " is stored, but the gateway does not have it");
    }
    Entry entry = found.get();
    long fee = row.getLong("fee_minor");
    return Stream.of(
            difference(
                "business_date",
                row.getObject("business_date", LocalDate.class),
                Truth.dateOf(entry, ledger)),
            difference("status", row.getString("status"), entry.status()),
            difference(
                "effect", row.getString("effect"), entry.effect().name().toLowerCase(Locale.ROOT)),
            difference("amount_minor", row.getLong("amount_minor"), entry.amountMinor()),
            difference("currency", row.getString("currency"), entry.currency()),
            difference("fee_minor", fee, entry.feeMinor()),
            difference(
                "occurred_at",
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                entry.occurredAt()))
        .flatMap(Optional::stream)
        .map(difference -> where + ": " + difference);
  }

  private static Optional<String> difference(String column, Object stored, Object true_) {
    return Objects.equals(stored, true_)
        ? Optional.empty()
        : Optional.of(column + " is " + stored + ", should be " + true_);
  }

  private static Stream<String> missing(
      Ledger ledger, LocalDate from, LocalDate to, Set<String> stored) {
    return ledger.entries().stream()
        .filter(entry -> !stored.contains(entry.id()))
        .filter(entry -> !Truth.dateOf(entry, ledger).isBefore(from))
        .filter(entry -> !Truth.dateOf(entry, ledger).isAfter(to))
        .map(e -> ledger.gateway() + " " + Truth.dateOf(e, ledger) + " " + e.id() + " is missing");
  }

  private static List<String> shortened(List<String> differences) {
    int more = differences.size() - SHOWN_MAX;
    return more <= 0
        ? differences
        : Stream.concat(differences.stream().limit(SHOWN_MAX), Stream.of("and " + more + " more"))
            .toList();
  }
}
