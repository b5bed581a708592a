package io.daybook.proof;

import io.daybook.sandbox.Answer;
import io.daybook.sandbox.Behaviour;
import io.daybook.sandbox.Request;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/**
 * Keeps the first answer to one page waiting until it is opened; all others pass. The last page
 * with transactions says that there is one more, which is empty: so a run can be kept waiting after
 * its last batch and before its judgement.
 */
final class Gate implements Behaviour {
  private final int page;
  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch opened = new CountDownLatch(1);
  private int pages;

  Gate(int page) {
    this.page = page;
  }

  @Override
  public Answer answer(Request request, Supplier<Answer> honest) {
    Answer answer = withEmptyLastPage(honest.get());
    if (isTheOne()) {
      reached.countDown();
      Proofs.await(opened);
    }
    return answer;
  }

  private synchronized boolean isTheOne() {
    return ++pages == page;
  }

  private static Answer withEmptyLastPage(Answer answer) {
    String text = answer.text();
    return text.contains("\"id\"")
        ? Answer.of(
            200,
            "application/json",
            text.replaceFirst("\"has_more\" *: *false", "\"has_more\": true"))
        : answer;
  }

  boolean isReached() {
    return reached.getCount() == 0;
  }

  void open() {
    opened.countDown();
  }
}
