package io.daybook.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.daybook.settings.DatabaseSettings;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Opens the pool of connections; each finds the tables in Daybook's own schema. */
public final class Database {
  private static final int CONNECT_TIMEOUT_SECONDS = 10;

  /** A server that takes a connection and then says nothing; otherwise the pool waits for it. */
  private static final int LOGIN_TIMEOUT_SECONDS = 10;

  /**
   * Above every statement of ours, the longest of which judges a day of a million rows within a
   * minute; and well below the visibility timeout, so that a worker whose server vanished without a
   * word gives its day back in time.
   */
  private static final int SOCKET_TIMEOUT_SECONDS = 300;

  /**
   * A statement that was planned while its table was empty would read all of it once it has grown:
   * planning costs a millisecond a batch, the wrong plan costs the night.
   */
  private static final String PLAN_EACH_TIME = "SET plan_cache_mode = force_custom_plan";

  private static final String READ_ONLY =
      PLAN_EACH_TIME + "; SET default_transaction_read_only = on";

  private static final long KEEPALIVE_MILLIS = TimeUnit.MINUTES.toMillis(2);

  private Database() {}

  /** Opens a connection each time it is asked for one, in the server's default schema. */
  public static DataSource unpooled(DatabaseSettings settings) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(settings.url());
    if (!settings.user().isEmpty()) {
      source.setUser(settings.user());
      source.setPassword(settings.password());
    }
    source.setApplicationName("daybook migrate");
    return source;
  }

  /**
   * Throws if the server cannot be reached. The name and the time-outs that the URL itself sets win
   * over those that stand here.
   */
  public static HikariDataSource dataSource(DatabaseSettings settings) {
    return pool(settings, PLAN_EACH_TIME);
  }

  /** The same, for sessions to which the server refuses every write. */
  public static HikariDataSource readOnly(DatabaseSettings settings) {
    return pool(settings, READ_ONLY);
  }

  private static HikariDataSource pool(DatabaseSettings settings, String firstStatement) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("daybook");
    config.setDataSource(limited(settings));
    config.setMaximumPoolSize(settings.poolSize());
    config.setMinimumIdle(1);
    config.setConnectionTimeout(TimeUnit.SECONDS.toMillis(LOGIN_TIMEOUT_SECONDS));
    config.setKeepaliveTime(KEEPALIVE_MILLIS);
    config.setConnectionInitSql(firstStatement);
    return new HikariDataSource(config);
  }

  /**
   * A server that hangs is given up soon by who connects, and later by who waits for a statement.
   * The driver's own time-out of logins does not reach it through the pool: the thread that adds
   * connections would wait as long as for a statement, while nobody else adds any.
   */
  private static DataSource limited(DatabaseSettings settings) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(settings.url());
    source.setCurrentSchema(settings.schema());
    source.setTcpKeepAlive(true);
    // The detail of an error is the row it is about, which belongs neither into a log nor into
    // runs.
    source.setLogServerErrorDetail(false);
    unlessNamed(settings, "ApplicationName", () -> source.setApplicationName("daybook"));
    unlessNamed(
        settings, "connectTimeout", () -> source.setConnectTimeout(CONNECT_TIMEOUT_SECONDS));
    unlessNamed(settings, "socketTimeout", () -> source.setSocketTimeout(SOCKET_TIMEOUT_SECONDS));
    if (!settings.user().isEmpty()) {
      source.setUser(settings.user());
      source.setPassword(settings.password());
    }
    int statementSeconds = source.getSocketTimeout();
    source.setSocketTimeout(LOGIN_TIMEOUT_SECONDS);
    return new Impatient(source, statementSeconds);
  }

  private static void unlessNamed(DatabaseSettings settings, String name, Runnable set) {
    if (!settings.url().contains(name + "=")) {
      set.run();
    }
  }
}
