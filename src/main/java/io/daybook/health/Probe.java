package io.daybook.health;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A question to a server, put to it at most every few seconds however often it is asked here. Its
 * answer is waited for only briefly: Camel's management server answers one call after another, and
 * a server that says nothing must not keep the question of liveness waiting.
 */
final class Probe {
  private static final Duration FRESH = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /** Throws if the server cannot be used. */
  @FunctionalInterface
  interface Question {
    void ask() throws Exception;
  }

  private final Question question;
  private final Executor threads;
  private @Nullable CompletableFuture<@Nullable Exception> answer;
  private long askedAt;

  Probe(Question question, Executor threads) {
    this.question = question;
    this.threads = threads;
  }

  /** Returns why the server cannot be used, or null if it can. */
  @Nullable Exception failure() throws InterruptedException {
    CompletableFuture<@Nullable Exception> latest = latest();
    try {
      return latest.get(Math.max(0, PATIENCE.minus(age()).toNanos()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException silent) {
      return new TimeoutException("no answer for " + age().toSeconds() + " s");
    } catch (ExecutionException impossible) {
      return impossible;
    }
  }

  private synchronized CompletableFuture<@Nullable Exception> latest() {
    if (answer == null || (answer.isDone() && age().compareTo(FRESH) > 0)) {
      askedAt = System.nanoTime();
      answer = CompletableFuture.supplyAsync(this::ask, threads);
    }
    return answer;
  }

  private synchronized Duration age() {
    return Duration.ofNanos(System.nanoTime() - askedAt);
  }

  private @Nullable Exception ask() {
    try {
      question.ask();
      return null;
    } catch (Exception unusable) {
      return unusable;
    }
  }
}
