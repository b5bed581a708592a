package io.daybook.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Closes what was started, last first, when the JVM ends: the application before the database it
 * writes to.
 */
final class AtExit {
  private static final Deque<AutoCloseable> STARTED = new ArrayDeque<>();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(AtExit::closeAll, "close-all"));
  }

  private AtExit() {}

  static synchronized <T extends AutoCloseable> T close(T started) {
    STARTED.push(started);
    return started;
  }

  private static synchronized void closeAll() {
    STARTED.forEach(AtExit::closeOne);
  }

  @SuppressWarnings("CatchAndPrintStackTrace") // The JVM ends; the rest is to be closed too.
  private static void closeOne(AutoCloseable started) {
    try {
      started.close();
    } catch (Exception e) {
      e.printStackTrace();
    }
  }
}
