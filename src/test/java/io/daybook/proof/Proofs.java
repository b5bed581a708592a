package io.daybook.proof;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How a proof ends as a program. */
final class Proofs {
  private Proofs() {}

  static void pause(int millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Exits with 0 only if all held. */
  static void main(Callable<List<String>> proof) {
    try {
      List<String> faults = proof.call();
      faults.forEach(fault -> System.out.println("did not hold: " + fault));
      System.out.println(faults.isEmpty() ? "All held." : "Not all held.");
      System.exit(faults.isEmpty() ? 0 : 1);
    } catch (Throwable failed) {
      failed.printStackTrace(); // exec:java would wait for the servers' threads before it told
      System.exit(1);
    }
  }
}
