package io.daybook.store;

import io.daybook.run.Causes;
import java.sql.SQLException;
import java.util.Set;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * The database's refusal of a value, as told by its SQLSTATE: a data exception (22), a constraint
 * (23) or a limit (54). Its message here is without values, which may be secret or personal.
 */
record Refusal(RuntimeException exception, String message) {
  static final String REJECTION = "refused-by-database";

  private static final String CONSTRAINT = "23";
  private static final Set<String> CLASSES = Set.of("22", CONSTRAINT, "54");

  /**
   * @throws RuntimeException the failure itself, if it is no refusal of a value
   */
  static Refusal of(RuntimeException failure) {
    SQLException sql = Causes.find(failure, SQLException.class);
    String state = sql == null ? null : sql.getSQLState();
    if (sql == null || state == null || !CLASSES.contains(classOf(state))) {
      throw failure;
    }
    String told = "the database refuses it (SQLSTATE %s): %s";
    return new Refusal(failure, told.formatted(state, withoutValues(sql, state)));
  }

  private static String classOf(String state) {
    return state.substring(0, Math.min(2, state.length()));
  }

  /** What is quoted is the name of a constraint in class 23, and may be a value in the others. */
  private static String withoutValues(SQLException sql, String state) {
    ServerErrorMessage server =
        sql instanceof PSQLException told ? told.getServerErrorMessage() : null;
    String message = server == null ? "" : String.valueOf(server.getMessage());
    return classOf(state).equals(CONSTRAINT)
        ? message.replaceFirst("(?s): .*", "")
        : message.replaceFirst("(?s)\".*\"", "…");
  }
}
