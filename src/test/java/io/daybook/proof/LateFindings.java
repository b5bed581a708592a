package io.daybook.proof;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.daybook.command.Shell;
import io.daybook.testing.World;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What Daybook tells of a day's late transactions, beside what was injected. */
final class LateFindings {
  private static final String INSERTED =
      "SELECT inserted FROM runs WHERE gateway = ? AND business_date = ? ORDER BY run_id";
  private static final String SEALS =
      """
      SELECT proof || CASE WHEN invalid_since IS NULL THEN ' holds' ELSE ' ended' END
      FROM seals WHERE gateway = ? AND business_date = ? ORDER BY seal_id
      """;

  private final World world;
  private final Report report;
  private int late;

  LateFindings(World world, Report report) {
    this.world = world;
    this.report = report;
  }

  int succeeded() {
    return number("SELECT count(*) FROM runs WHERE outcome = 'succeeded'");
  }

  int runs() {
    return number("SELECT count(*) FROM runs");
  }

  int askedFor() {
    return number("SELECT count(*) FROM runs WHERE request_id IS NOT NULL");
  }

  private int number(String sql) {
    Integer number = world.sql().queryForObject(sql, Integer.class);
    return number == null ? 0 : number;
  }

  /** How many the rechecks of all days that were checked have found. */
  int late() {
    return late;
  }

  void check(LateAccount account, LocalDate date) {
    Set<String> injected = account.lateIds(date);
    LateTold told = told(account, date);
    late += told.late();
    LateTold truth = LateTold.truth(account, injected);
    String wrong = told.equals(truth) ? "" : ", should be " + truth;
    report.holds(wrong.isEmpty(), "%s %s: %s%s", account.name(), date, told, wrong);
  }

  private LateTold told(LateAccount account, LocalDate date) {
    List<Integer> inserted = query(INSERTED, Integer.class, account, date);
    List<Integer> rechecks = inserted.subList(1, inserted.size());
    JsonNode story = explain(account, date);
    return new LateTold(
        rechecks.size(),
        rechecks.stream().mapToInt(Integer::intValue).sum(),
        story.at("/runs/late").asInt(),
        named(story),
        queried(account, date),
        query(SEALS, String.class, account, date));
  }

  private <T> List<T> query(String sql, Class<T> type, LateAccount account, LocalDate date) {
    return world.sql().queryForList(sql, type, account.name(), date);
  }

  private Set<String> queried(LateAccount account, LocalDate date) {
    String sql = Documented.sql("reference/states.md", "Late transactions", account.name(), date);
    return new TreeSet<>(world.sql().query(sql, (row, n) -> row.getString("transaction_id")));
  }

  private JsonNode explain(LateAccount account, LocalDate date) {
    Shell shell = new Shell(world);
    String json = shell.type("explain", account.name(), date.toString(), "--json").out();
    try {
      return new JsonMapper().readTree(json).get(0);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(json, e);
    }
  }

  private static Set<String> named(JsonNode story) {
    Set<String> named = new TreeSet<>();
    story.at("/lastRuns").forEach(run -> run.at("/lateIds").forEach(id -> named.add(id.asText())));
    return named;
  }
}
