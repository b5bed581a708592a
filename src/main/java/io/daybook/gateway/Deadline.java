package io.daybook.gateway;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Cuts a connection once an answer has taken too long, whatever its reader waits for. */
final class Deadline {
  private final Runnable cut;
  private final Duration limit;
  private volatile boolean passed;
  private @Nullable Future<?> timer;

  Deadline(Runnable cut, Duration limit) {
    this.cut = cut;
    this.limit = limit;
  }

  void startOn(ScheduledExecutorService timers) {
    timer = timers.schedule(this::pass, limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void pass() {
    passed = true;
    cut();
  }

  void cut() {
    cut.run();
  }

  void stop() {
    if (timer != null) {
      timer.cancel(false);
    }
  }

  /** Says why the connection is gone, if this is why. */
  void throwIfPassed(@Nullable Exception failed) throws IOException {
    if (passed) {
      IOException tooLong =
          new SocketTimeoutException(
              "the page took longer than daybook.http.page-timeout=%d seconds"
                  .formatted(limit.toSeconds()));
      tooLong.initCause(failed);
      throw tooLong;
    }
  }
}
