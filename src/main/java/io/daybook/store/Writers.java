package io.daybook.store;

import io.daybook.health.FatalErrors;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The threads that write batches. Each day in work has its own, so that their number is bounded by
 * the settings. After an {@link Error} in one of them Camel waits for it for ever and says nothing;
 * the day's lease must not be kept alive meanwhile.
 */
public final class Writers extends ThreadPoolExecutor {
  private static final int IDLE_SECONDS = 60;

  /**
   * Camel hands out a day's first lane from the thread that waits, and each further one from a
   * writer.
   */
  private static final ThreadLocal<@Nullable Thread> WAITING = new ThreadLocal<>();

  private final FatalErrors fatalErrors;
  private final Consumer<Thread> afterDeath;

  /** Tells {@code afterDeath} who waits for the work of a writer that died, in vain. */
  public Writers(FatalErrors fatalErrors, Consumer<Thread> afterDeath) {
    super(
        0,
        Integer.MAX_VALUE,
        IDLE_SECONDS,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        Writers::daemon);
    this.fatalErrors = fatalErrors;
    this.afterDeath = afterDeath;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "writer");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public Future<?> submit(Runnable task) {
    Thread waiting = Objects.requireNonNullElseGet(WAITING.get(), Thread::currentThread);
    return super.submit(() -> write(task, waiting));
  }

  private void write(Runnable task, Thread waiting) {
    WAITING.set(waiting);
    try {
      task.run();
    } catch (Error fatal) {
      fatalErrors.note("A writer", fatal);
      afterDeath.accept(waiting);
      throw fatal;
    } finally {
      WAITING.remove();
    }
  }
}
