package io.daybook.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.testing.World;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who waits in the table, and whose turn it is. */
class BacklogTest {
  private final Table table = new Table(new World());

  @AfterEach
  void close() {
    table.close();
  }

  @Test
  void daily_days_go_at_once_and_of_a_range_only_a_few_beside_them() {
    table.want("stripe", "2024-01-01", "2024-01-10", "r-1", "/range");
    table.want("stripe", "2024-07-08", "2024-07-10", "r-2", "");
    table.want("moyasar", "2024-02-01", "2024-02-02", "r-3", "/range");

    assertThat(table.feed())
        .containsExactly(
            "stripe/range 2024-01-01",
            "stripe/range 2024-01-02",
            "stripe/range 2024-01-03",
            "moyasar/range 2024-02-01",
            "moyasar/range 2024-02-02",
            "stripe 2024-07-08",
            "stripe 2024-07-09",
            "stripe 2024-07-10");
    assertThat(table.feed()).isEmpty();
    table.update(
        "UPDATE days SET asked_at = NULL, state = 'stored' WHERE business_date = '2024-01-02'");
    assertThat(table.feed()).containsExactly("stripe/range 2024-01-04");
    table.want("stripe", "2023-12-31", "2023-12-31", "r-4", "/range");
    table.update(
        "UPDATE days SET asked_at = NULL, state = 'stored' WHERE business_date = '2024-01-01'");
    assertThat(table.feed()).containsExactly("stripe/range 2023-12-31");
  }

  @Test
  void instances_that_claim_together_never_share_a_day_nor_mix_the_order_nor_take_too_many()
      throws Exception {
    table.want("stripe", "2024-01-01", "2024-02-10", "r-1", "/range");
    table.want("stripe", "2023-01-01", "2023-07-10", "r-2", "");
    ExecutorService instances = Executors.newFixedThreadPool(6);
    List<Callable<Integer>> claims =
        IntStream.range(0, 30)
            .<Callable<Integer>>mapToObj(i -> () -> table.claim().size())
            .toList();
    int claimed = 0;
    for (Future<Integer> each : instances.invokeAll(claims)) {
      claimed += each.get();
    }
    instances.shutdown();
    assertThat(claimed).isEqualTo(103);
    assertThat(table.dates("wanted_group = '/range' AND feeding_until IS NOT NULL"))
        .containsExactly("2024-01-01", "2024-01-02", "2024-01-03");
    assertThat(table.dates("wanted_group = '' AND feeding_until IS NOT NULL"))
        .hasSize(100)
        .startsWith("2023-01-01")
        .endsWith("2023-04-10");
  }

  @Test
  void an_instance_that_is_sending_a_gateways_days_is_not_overtaken_by_another() {
    table.want("stripe", "2024-07-08", "2024-07-09", "r-1", "");
    WantedDay first = table.backlog().read(table.claim().get(0));
    table.statements.update("mark-day-asked", first.mark());
    table.want("stripe", "2024-07-10", "2024-07-10", "r-2", "");
    assertThat(table.feed()).isEmpty();
    table.update("UPDATE days SET feeding_until = now() - interval '1 second'");
    assertThat(table.feed()).containsExactly("stripe 2024-07-09", "stripe 2024-07-10");
  }

  @Test
  void a_day_that_was_not_sent_within_a_minute_is_claimed_again() {
    table.want("stripe", "2024-07-09", "2024-07-10", "r-1", "");
    assertThat(table.claim()).hasSize(2);
    assertThat(table.claim()).isEmpty();
    table.update("UPDATE days SET feeding_until = now() - interval '1 second'");
    assertThat(table.feed()).containsExactly("stripe 2024-07-09", "stripe 2024-07-10");
    assertThat(table.dates("wanted_at IS NULL AND asked_at IS NOT NULL")).hasSize(2);
  }

  @Test
  void a_day_that_its_worker_wants_again_before_it_is_marked_stays_wanted() {
    table.want("stripe", "2024-07-10", "2024-07-10", "r-1", "");
    WantedDay day = table.backlog().read(table.claim().get(0));
    table.update("UPDATE days SET wanted_at = now(), feeding_until = NULL"); // as postpone-day does
    assertThat(table.statements.update("mark-day-asked", day.mark())).isZero();
    assertThat(table.dates("wanted_at IS NOT NULL")).hasSize(1);
  }

  @Test
  void a_day_in_work_or_not_yet_settled_waits_and_holds_up_nobody() {
    table.want("stripe", "2024-07-07", "2024-07-10", "r-1", "");
    table.update(
        "UPDATE days SET active_run_id = 1, lease_until = now() + interval '1 hour' WHERE business_date = '2024-07-07'");
    table.update(
        "UPDATE days SET not_before = '2024-07-11 12:30Z' WHERE business_date = '2024-07-08'");
    assertThat(table.feed()).containsExactly("stripe 2024-07-09", "stripe 2024-07-10");
    table.update("UPDATE days SET active_run_id = NULL");
    assertThat(table.feed()).containsExactly("stripe 2024-07-07");
    table.world.later(Duration.ofMinutes(30));
    assertThat(table.feed()).containsExactly("stripe 2024-07-08");
  }

  @Test
  void the_same_request_wants_a_day_once_and_another_range_asks_again() {
    table.want("stripe", "2024-07-01", "2024-07-04", "r-1", "/range");
    assertThat(table.feed()).hasSize(3);
    table.update(
        "UPDATE days SET asked_at = NULL, state = 'stored' WHERE business_date = '2024-07-01'");
    table.want("stripe", "2024-07-01", "2024-07-04", "r-1", "/range");
    assertThat(table.dates("wanted_at IS NOT NULL")).containsExactly("2024-07-04");

    table.want("stripe", "2024-07-01", "2024-07-04", "event", "");
    assertThat(table.dates("wanted_at IS NOT NULL"))
        .as("a daily request wants again what is stored, and not what is on the queue")
        .containsExactly("2024-07-01", "2024-07-04");

    table.want("stripe", "2024-07-01", "2024-07-04", "r-2", "/range");
    assertThat(table.dates("wanted_at IS NOT NULL"))
        .as("a range asks again what may be lost")
        .containsExactly("2024-07-01", "2024-07-02", "2024-07-03", "2024-07-04");
  }

  @Test
  void days_of_gateways_that_are_not_enabled_wait() {
    table.want("stripe", "2024-07-10", "2024-07-10", "r-1", "");
    table.update("UPDATE days SET gateway = 'gone'");
    assertThat(table.feed()).isEmpty();
  }
}
