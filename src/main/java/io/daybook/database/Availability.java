package io.daybook.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Whether the database can be used, looked up only after somebody found that it cannot. Meanwhile
 * no message needs to be received that could only be given back: each receive counts towards the
 * queue's maxReceiveCount.
 */
public final class Availability {
  private static final Logger LOG = LoggerFactory.getLogger(Availability.class);
  private static final int ANSWER_SECONDS_MAX = 5;

  private final DataSource dataSource;
  private volatile boolean lost;
  private volatile Runnable whenBack = () -> {};

  public Availability(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** What is made good as soon as the database is back, before anything is received. */
  public void whenBack(Runnable made) {
    whenBack = made;
  }

  /** Takes note that a statement found the database unusable. */
  public void lost() {
    lost = true;
  }

  public boolean isThere() {
    if (lost && answers() && isMadeGood()) {
      lost = false;
      LOG.info("The database can be used again");
    }
    return !lost;
  }

  private boolean isMadeGood() {
    try {
      whenBack.run();
      return true;
    } catch (DataAccessException awayAgain) {
      return false;
    }
  }

  private boolean answers() {
    try (Connection connection = dataSource.getConnection()) {
      return connection.isValid(ANSWER_SECONDS_MAX);
    } catch (SQLException stillAway) {
      return false;
    }
  }
}
