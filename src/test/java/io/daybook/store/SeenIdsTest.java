package io.daybook.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeenIdsTest {
  private final SeenIds seen = new SeenIds();

  @Test
  void an_id_is_new_once() {
    assertThat(seen.add("txn_1")).isTrue();
    assertThat(seen.add("txn_1")).isFalse();
    assertThat(seen.add("txn_1")).isFalse();
  }

  @Test
  void ids_that_look_alike_are_told_apart() {
    assertThat(List.of("txn_1", "Txn_1", "txn_1 ", "txn_", "1_nxt", "", "é", "e\u0301"))
        .allSatisfy(id -> assertThat(seen.add(id)).as(id).isTrue());
  }

  @Test
  void every_id_stays_known_however_many_come_after() {
    assertThat(IntStream.range(0, 200_000).filter(i -> seen.add("txn_" + i)).count())
        .isEqualTo(200_000);
    assertThat(IntStream.range(0, 200_000).filter(i -> seen.add("txn_" + i)).count()).isZero();
  }

  @Test
  void an_id_is_new_to_one_of_two_writers_only() throws Exception {
    ExecutorService writers = Executors.newFixedThreadPool(2);
    try {
      Callable<Long> writer =
          () -> IntStream.range(0, 50_000).filter(i -> seen.add("txn_" + i)).count();
      long news = 0;
      for (Future<Long> each : writers.invokeAll(List.of(writer, writer))) {
        news += each.get();
      }
      assertThat(news).isEqualTo(50_000);
    } finally {
      writers.shutdownNow();
    }
  }
}
