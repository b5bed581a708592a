package io.daybook.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Asking for readiness costs a server next to nothing, and nobody's time. */
class ProbeTest {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger asked = new AtomicInteger();

  @AfterEach
  void close() {
    threads.shutdownNow();
  }

  @Test
  void a_server_is_asked_once_however_often_its_probe_is() throws InterruptedException {
    Probe probe = new Probe(asked::incrementAndGet, threads);
    for (int i = 0; i < 1_000; i++) {
      assertThat(probe.failure()).isNull();
    }
    assertThat(asked).hasValue(1);
  }

  @Test
  void a_failure_is_told_as_it_is() throws InterruptedException {
    Exception failure = new IllegalStateException("out of order");
    Probe probe =
        new Probe(
            () -> {
              throw failure;
            },
            threads);
    assertThat(probe.failure()).isSameAs(failure);
  }

  @Test
  void a_server_that_says_nothing_is_waited_for_only_once_and_briefly()
      throws InterruptedException {
    Probe probe = new Probe(() -> new CountDownLatch(asked.incrementAndGet()).await(), threads);
    long start = System.nanoTime();
    for (int i = 0; i < 10; i++) {
      assertThat(probe.failure()).isInstanceOf(TimeoutException.class);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
    assertThat(asked).hasValue(1);
  }
}
