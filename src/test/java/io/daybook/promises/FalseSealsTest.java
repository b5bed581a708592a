package io.daybook.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.Application;
import io.daybook.promises.LookingRight.Day;
import io.daybook.testing.OwnGateways;
import io.daybook.testing.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A day whose gateway answers wrongly, though it looks right, is never called proven. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FalseSealsTest {
  private static final Path PAGE = Path.of("docs/reference/answers-that-look-right.md");
  private static final LocalDate DATE = World.YESTERDAY;
  private static final Map<String, Consumer<Day>> FAULTS = LookingRight.faults(DATE);
  private static final long SUM = new Sum(LookingRight.TRANSACTIONS).ofAmounts();

  /** A row of the table in the documentation, written by hand from what ought to be. */
  record Row(String fault, String provider, List<String> expected) {
    String gateway() {
      return provider + "-" + fault;
    }
  }

  private record Sum(int transactions) {
    long ofAmounts() {
      return transactions * 100L + (long) transactions * (transactions - 1) / 2;
    }
  }

  private final World world = new World();
  private final OwnGateways gateways = new OwnGateways(world);
  private final Watch watch = new Watch(world);
  private final Map<String, String> found = new TreeMap<>();
  private final List<String> falseSeals = new ArrayList<>();

  static List<Row> rows() {
    try (Stream<String> lines = Files.lines(PAGE)) {
      return lines
          .filter(line -> line.startsWith("| `"))
          .map(
              line -> Arrays.stream(line.replace("`", "").split("\\|")).map(String::strip).toList())
          .map(cells -> new Row(cells.get(1), cells.get(3), cells.subList(4, 7)))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @BeforeAll
  void run() {
    gateways
        .provider("counted", UnaryOperator.identity())
        .provider("plain", text -> text.replaceFirst("\\n *declaredCount: total", ""));
    rows().forEach(row -> gateways.add(row.gateway(), row.provider()));
    rows().forEach(row -> answer(row, FAULTS.get(row.fault())));
    download("at first");
    rows().forEach(row -> answer(row, FAULTS.get("honest")));
    world.later(Duration.ofDays(2));
    download("day 2");
    world.later(Duration.ofDays(3));
    download("day 5");
  }

  private void answer(Row row, Consumer<Day> fault) {
    Day day = new Day(DATE);
    fault.accept(day);
    LookingRight.answer(gateways, row.gateway(), DATE, day);
  }

  private void download(String when) {
    Application application = world.start();
    rows().forEach(row -> ask(row.gateway(), when));
    watch.untilNothingIsAsked();
    application.close();
    rows().forEach(row -> found.put(row.gateway() + " " + when, look(row, when)));
  }

  private void ask(String gateway, String when) {
    world.queues().send(gateway, Watch.day(gateway, DATE), (gateway + when).replace(' ', '-'));
  }

  private String look(Row row, String when) {
    String now =
        watch
            .lines("SELECT concat_ws(' ', state, proof) FROM days WHERE gateway = ?", row.gateway())
            .get(0);
    String live = " FROM transactions WHERE gateway = ? AND vanished_at IS NULL";
    boolean whole =
        watch.number("SELECT count(*)" + live, row.gateway()) == LookingRight.TRANSACTIONS
            && watch.number("SELECT sum(amount_minor)" + live, row.gateway()) == SUM;
    if (now.startsWith("sealed") && !whole) {
      falseSeals.add(row.gateway() + " " + when);
    }
    return now;
  }

  @ParameterizedTest
  @MethodSource("rows")
  void a_day_is_called_what_the_documentation_says(Row row) {
    assertThat(List.of("at first", "day 2", "day 5"))
        .extracting(when -> found.get(row.gateway() + " " + when))
        .as(
            "%s: %s",
            row.gateway(), watch.lines("SELECT error FROM days WHERE gateway = ?", row.gateway()))
        .isEqualTo(row.expected());
  }

  @Test
  void no_day_is_sealed_that_lacks_a_transaction_or_has_a_wrong_one() {
    assertThat(falseSeals).isEmpty();
    assertThat(rows()).extracting(Row::fault).containsAll(FAULTS.keySet());
  }

  @Test
  void what_contradicts_a_seal_ends_its_validity() {
    assertThat(
            watch.number(
                """
                SELECT count(*) FROM days d
                WHERE (state = 'sealed') <> EXISTS (SELECT FROM seals s WHERE s.gateway = d.gateway AND invalid_since IS NULL)
                """))
        .isZero();
  }

  @AfterAll
  void close() {
    world.close();
    gateways.close();
  }
}
