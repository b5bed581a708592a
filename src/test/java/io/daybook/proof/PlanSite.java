package io.daybook.proof;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.daybook.Application;
import io.daybook.command.Shell;
import io.daybook.testing.Archive;
import io.daybook.testing.OwnGateways;
import io.daybook.testing.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One day of a gateway that is stored, listed otherwise, planned and stored again. */
public final class PlanSite implements AutoCloseable {
  public static final LocalDate DATE = World.YESTERDAY;
  private static final String GATEWAY = "own";
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final String TUPLES =
      """
      SELECT concat_ws(' ', relname, n_tup_ins, n_tup_upd, n_tup_del)
      FROM pg_stat_user_tables WHERE schemaname = 'daybook' ORDER BY relname
      """;
  private static final String SUCCEEDED = "SELECT count(*) FROM runs WHERE outcome = 'succeeded'";
  private static final String OTHERS =
      "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";

  private final World world = new World();
  private final OwnGateways gateways = new OwnGateways(world);
  private final Shell shell = new Shell(world);
  private int asked;
  private @Nullable Application application;

  /** Whose provider's file is that of the tests, edited. */
  public PlanSite(UnaryOperator<String> edit) {
    gateways.provider(GATEWAY, edit).add(GATEWAY, GATEWAY);
  }

  public World world() {
    return world;
  }

  /** What the gateway lists from now on, in pages of as many transactions as fit. */
  public void list(List<String> transactions) {
    gateways.list(GATEWAY, DATE, transactions);
  }

  /** The same, page by page. */
  public void page(int number, long total, String next, List<String> transactions) {
    gateways.page(GATEWAY, DATE, number, OwnGateways.pageOf(total, next, transactions));
  }

  /** Corrects the provider's file, for plans at once and for a later instance. */
  public void correct(String old, String corrected) {
    stop();
    gateways.correct(GATEWAY, old, corrected);
  }

  /** Has the day stored by an instance, which stays. */
  public void store() {
    application = application == null ? world.start() : application;
    long before = number(SUCCEEDED);
    String day = "{\"gateway\":\"%s\",\"date\":\"%s\"}".formatted(GATEWAY, DATE);
    world.queues().send(GATEWAY, day, "asked-" + asked++);
    await("day stored").atMost(LONGEST).until(() -> number(SUCCEEDED) == before + 1);
  }

  private void stop() {
    if (application != null) {
      application.close();
      application = null;
    }
  }

  public Shell.Result type(String... more) {
    String[] command = new String[more.length + 3];
    command[0] = "request";
    command[1] = "--plan";
    command[2] = DATE.toString();
    System.arraycopy(more, 0, command, 3, more.length);
    return shell.type(command);
  }

  /** What a script reads of a plan. */
  public JsonNode plan(String... more) {
    String[] options = new String[more.length + 1];
    options[0] = "--json";
    System.arraycopy(more, 0, options, 1, more.length);
    Shell.Result result = type(options);
    try {
      return new JsonMapper().readTree(result.out()).get(0);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(result.err(), e);
    }
  }

  /** All that was ever written, as PostgreSQL counts it once whoever wrote is gone. */
  public List<String> tuples() {
    stop();
    await("end of connections").atMost(LONGEST).until(() -> number(OTHERS) == 0);
    return lines(TUPLES);
  }

  /** Of the tables that were written to since then. */
  List<String> tuplesSince(List<String> before) {
    return tuples().stream().filter(table -> !before.contains(table)).toList();
  }

  public Map<String, String> archive() {
    try {
      return new Archive(world).sha256OfPages();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public List<String> lines(String sql, Object... arguments) {
    return world.sql().queryForList(sql, String.class, arguments);
  }

  public long number(String sql, Object... arguments) {
    Long number = world.sql().queryForObject(sql, Long.class, arguments);
    return number == null ? 0 : number;
  }

  /** A transaction of noon, as another net than amount may show that money went the other way. */
  public static String transaction(String id, long amount, long net, String more) {
    return "{\"id\":\"%s\",\"status\":\"paid\",\"amount\":%d,\"net\":%d,\"currency\":\"SAR\",\"created\":\"%sT12:00:00Z\"%s}"
        .formatted(id, amount, net, DATE, more);
  }

  @Override
  public void close() {
    world.close();
    gateways.close();
  }
}
