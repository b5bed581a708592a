package io.daybook.queue;

import io.daybook.health.FatalErrors;
import java.util.function.Consumer;
import org.apache.camel.support.DefaultScheduledPollConsumerScheduler;

/**
 * Runs the pollers of the days queue, and notices the death of one: after an {@link Error} Camel
 * never polls with it again, keeps its message and says nothing.
 */
public final class PollScheduler extends DefaultScheduledPollConsumerScheduler {
  private final Polls polls;
  private final FatalErrors fatalErrors;
  private final Consumer<Thread> afterDeath;

  /**
   * @param afterDeath is told whose work ended in the middle
   */
  public PollScheduler(
      int pollers, Polls polls, FatalErrors fatalErrors, Consumer<Thread> afterDeath) {
    this.polls = polls;
    this.fatalErrors = fatalErrors;
    this.afterDeath = afterDeath;
    setConcurrentConsumers(pollers);
    setPoolSize(pollers);
  }

  @Override
  public void scheduleTask(Runnable task) {
    super.scheduleTask(() -> poll(task));
  }

  private void poll(Runnable task) {
    try {
      task.run();
      polls.done();
    } catch (Error fatal) {
      fatalErrors.note("A poller of the days queue", fatal);
      afterDeath.accept(Thread.currentThread());
      throw fatal;
    }
  }
}
