package io.daybook.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.daybook.testing.OwnGateway;
import io.daybook.testing.World;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A transaction that cannot be stored is kept as rejected, and costs none of its neighbours. */
class BadRowTest {
  private static final int TRANSACTIONS = 1_000;
  private static final String SECRET = "a-secret-word";

  private static World world;
  private static OwnGateway gateway;
  private static Watch watch;
  private static LocalDate next = LocalDate.of(2024, 6, 1);

  @BeforeAll
  static void start() {
    world = new World().with("daybook.store.writers", "1");
    gateway = new OwnGateway(world);
    watch = new Watch(world);
    world.start();
    world
        .sql()
        .execute(
            "ALTER TABLE transactions ADD CONSTRAINT no_secrets"
                + " CHECK (strpos(CAST(payload AS text), '"
                + SECRET
                + "') = 0)");
    world.sql().execute("CREATE INDEX transactions_by_note ON transactions ((payload ->> 'note'))");
  }

  @AfterAll
  static void close() {
    world.close();
    gateway.close();
  }

  static Stream<Arguments> bad() {
    return Stream.of(
        arguments("a NUL in the id", with("id", "'a\\u0000b'"), "bad-value"),
        arguments("half a character in the id", with("id", "'a\\ud83db'"), "bad-value"),
        arguments("an amount beyond 64 bits", with("amount", "9223372036854775808"), "bad-value"),
        arguments(
            "an id of 10,000 characters", with("id", "'" + "x".repeat(10_000) + "'"), "bad-value"),
        arguments(
            "what a constraint refuses", with("note", "'" + SECRET + "'"), "refused-by-database"),
        arguments(
            "what an index refuses", with("note", "'" + noise() + "'"), "refused-by-database"),
        arguments("what an index cannot read", with("note", "'\\u0000'"), "refused-by-database"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bad")
  void is_rejected_alone(String what, String transaction, String cause) {
    LocalDate date = next();
    List<String> listed = good(date);
    listed.set(617, transaction.replace("DATE", date.toString()));
    run(date, listed);
    assertThat(numbers(date)).containsExactly(1_000, 999, 1, 999, 1);
    assertThat(watch.lines("SELECT state FROM days WHERE business_date = ?", date))
        .containsExactly("incomplete");
    assertThat(rejected(date, "cause || ' ' || position")).containsExactly(cause + " 617");
    assertThat(rejected(date, "error").get(0)).startsWith("Page 1 of own " + date);
    assertThat(rejected(date, "convert_from(raw, 'UTF8')"))
        .containsExactly(transaction.replace("DATE", date.toString()));
  }

  @Test
  void several_in_one_batch_are_each_found_and_told_without_their_values() {
    LocalDate date = next();
    List<String> listed = good(date);
    Set<Integer> places = Set.of(0, 1, 500, 999);
    places.forEach(
        i -> listed.set(i, OwnGateway.transaction(date, date + "-" + i, "paid", SECRET)));
    listed.set(2, OwnGateway.transaction(date, date + "-2", "unknown", "rejected by the mapping"));
    run(date, listed);
    assertThat(numbers(date)).containsExactly(1_000, 995, 5, 995, 5);
    assertThat(rejected(date, "error").stream().filter(e -> e.contains("the database refuses it")))
        .hasSize(4)
        .allMatch(error -> error.contains("23514") && error.contains("no_secrets"))
        .noneMatch(error -> error.contains(SECRET));
  }

  private static LocalDate next() {
    next = next.plusDays(1);
    return next;
  }

  private static List<String> good(LocalDate date) {
    return new ArrayList<>(
        IntStream.range(0, TRANSACTIONS)
            .mapToObj(i -> OwnGateway.transaction(date, date + "-" + i, "paid", "order " + i))
            .toList());
  }

  private static String with(String member, String value) {
    Map<String, String> members =
        new java.util.TreeMap<>(
            Map.of(
                "id", "'DATE-bad'",
                "status", "'paid'",
                "amount", "100",
                "currency", "'SAR'",
                "created", "'DATET12:00:00Z'"));
    members.put(member, value);
    return members.entrySet().stream()
        .map(each -> "'" + each.getKey() + "':" + each.getValue())
        .reduce((a, b) -> a + "," + b)
        .map(all -> "{" + all.replace('\'', '"') + "}")
        .orElseThrow();
  }

  /** Too long for an index, and not to be compressed. */
  private static String noise() {
    byte[] bytes = new byte[9_000];
    new Random(1).nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static void run(LocalDate date, List<String> listed) {
    gateway.list(date, listed);
    world.queues().send("own", Watch.day("own", date));
    watch.until(
        1,
        "SELECT count(*) FROM days WHERE last_outcome = 'succeeded' AND business_date = ?",
        date);
  }

  /** What the run says, what the tables hold. */
  private static List<Integer> numbers(LocalDate date) {
    return world
        .sql()
        .queryForList(
            """
            SELECT unnest(ARRAY[r.fetched, r.inserted, r.rejected,
              (SELECT count(*) FROM transactions WHERE business_date = r.business_date),
              (SELECT count(*) FROM rejected_transactions WHERE business_date = r.business_date)])
            FROM runs r WHERE r.business_date = ?
            """,
            Integer.class,
            date);
  }

  private static List<String> rejected(LocalDate date, String columns) {
    return watch.lines(
        "SELECT " + columns + " FROM rejected_transactions WHERE business_date = ?", date);
  }
}
