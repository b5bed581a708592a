package io.daybook;

import java.time.Duration;

/** Does what may take as long as a server that is away, but goes on without it after a while. */
final class Bounded {
  private Bounded() {}

  /** The task may still run when this returns; it keeps no process from ending. */
  static void run(String name, Duration limit, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
    try {
      thread.join(limit.toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
