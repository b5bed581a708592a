package io.daybook.sandbox;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * How a stand-in treats a request: it may ask for the honest answer, wait, change it, or give
 * another one. Behaviours that do something n times count from the moment they are made.
 */
@FunctionalInterface
public interface Behaviour {
  Answer answer(Request request, Supplier<Answer> honest);

  static Behaviour honest() {
    return (request, honest) -> honest.get();
  }

  /** Every answer takes this long. */
  static Behaviour slow(Duration perRequest) {
    return (request, honest) -> {
      pause(perRequest);
      return honest.get();
    };
  }

  /** The first so many requests get this answer. */
  static Behaviour first(int times, Answer instead) {
    AtomicInteger left = new AtomicInteger(times);
    return (request, honest) -> left.getAndDecrement() > 0 ? instead : honest.get();
  }

  /** The first so many requests fail with a status and the HTML page that a load balancer shows. */
  static Behaviour failing(int times, int status) {
    return first(times, Answer.of(status, "text/html", "<html><h1>" + status + "</h1></html>"));
  }

  /** The first so many requests lose their connection. */
  static Behaviour dropping(int times) {
    return first(times, Answer.dropped());
  }

  /** Each answer is what becomes of the honest one. */
  static Behaviour changing(UnaryOperator<Answer> change) {
    return (request, honest) -> change.apply(honest.get());
  }

  /** The same, but only for the first so many requests. */
  default Behaviour times(int times) {
    AtomicInteger left = new AtomicInteger(times);
    return (request, honest) -> left.getAndDecrement() > 0 ? answer(request, honest) : honest.get();
  }

  /** This one around another: what is honest to it is what the other answers. */
  default Behaviour around(Behaviour inner) {
    return (request, honest) -> answer(request, () -> inner.answer(request, honest));
  }

  private static void pause(Duration time) {
    try {
      TimeUnit.NANOSECONDS.sleep(time.toNanos());
    } catch (InterruptedException e) {
      throw Commands.interrupted(e);
    }
  }
}
