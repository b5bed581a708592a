package io.daybook.queue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;

/**
 * Stands between the queue and those who poll it, so that stopping strands no message: Camel drops
 * what a poll receives while its route stops (ScheduledBatchPollingConsumer.isBatchAllowed), and
 * the message, with all of its group, would wait for the visibility timeout. Here polls end first:
 * what is still received is given back at once, and Camel is stopped only when nobody works.
 */
public final class Polls {
  private static final Logger LOG = LoggerFactory.getLogger(Polls.class);

  /**
   * Above the longest that one poll can take without a message: four attempts of the client, each
   * ended by its time-outs, and the pause of ten seconds after failures.
   */
  private static final Duration SILENCE_MAX = Duration.ofMinutes(5);

  private static final ReceiveMessageResponse NOTHING = ReceiveMessageResponse.builder().build();

  private final SqsClient sqs;
  private final BooleanSupplier mayReceive;

  /** Threads that were handed a message and have not asked for another one since. */
  private final Set<Thread> working = new HashSet<>();

  private final Duration silenceMax;
  private long lastSign = System.nanoTime();
  private int receiving;
  private boolean ended;

  /**
   * @param mayReceive whether what is received could be worked on
   */
  public Polls(SqsClient sqs, BooleanSupplier mayReceive) {
    this(sqs, mayReceive, SILENCE_MAX);
  }

  Polls(SqsClient sqs, BooleanSupplier mayReceive, Duration silenceMax) {
    this.sqs = sqs;
    this.mayReceive = mayReceive;
    this.silenceMax = silenceMax;
  }

  /** The same client, but for its receiving. */
  public SqsClient client() {
    return (SqsClient)
        Proxy.newProxyInstance(
            SqsClient.class.getClassLoader(), new Class<?>[] {SqsClient.class}, this::call);
  }

  private Object call(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
    if (arguments != null && arguments[0] instanceof ReceiveMessageRequest request) {
      return receive(request);
    }
    try {
      return method.invoke(sqs, arguments);
    } catch (InvocationTargetException failed) {
      throw failed.getTargetException();
    }
  }

  private ReceiveMessageResponse receive(ReceiveMessageRequest request) {
    if (!begin()) {
      return NOTHING;
    }
    try {
      if (!mayReceive.getAsBoolean()) {
        return NOTHING;
      }
      ReceiveMessageResponse received = sqs.receiveMessage(request);
      if (hand(received)) {
        return received;
      }
      received.messages().forEach(message -> giveBack(request, message));
      return NOTHING;
    } finally {
      end();
    }
  }

  private synchronized boolean begin() {
    done();
    if (!ended) {
      receiving++;
    }
    return !ended;
  }

  private synchronized boolean hand(ReceiveMessageResponse received) {
    if (!ended && received.hasMessages() && !received.messages().isEmpty()) {
      working.add(Thread.currentThread());
    }
    return !ended;
  }

  private synchronized void end() {
    receiving--;
    notifyAll();
  }

  /** Takes note that this thread's message is dealt with. */
  void done() {
    leave(Thread.currentThread());
  }

  /** Takes note that this thread deals with its message no more, for good or ill. */
  public synchronized void leave(Thread poller) {
    working.remove(poller);
    lastSign = System.nanoTime();
    notifyAll();
  }

  private void giveBack(ReceiveMessageRequest request, Message message) {
    try {
      sqs.changeMessageVisibility(
          change ->
              change
                  .queueUrl(request.queueUrl())
                  .receiptHandle(message.receiptHandle())
                  .visibilityTimeout(0));
      LOG.info("Message {} came while Daybook stops and was given back", message.messageId());
    } catch (SdkException failed) {
      LOG.warn(
          "Message {} came while Daybook stops and could not be given back; it comes again after"
              + " the visibility timeout: {}",
          message.messageId(),
          failed.getMessage());
    }
  }

  /**
   * Returns that nobody has come for a message in too long while none is in work, or null. A queue
   * that fails is asked again and again, so that it is no such silence.
   */
  public synchronized @Nullable String fault() {
    Duration silence = Duration.ofNanos(System.nanoTime() - lastSign);
    return working.isEmpty() && silence.compareTo(silenceMax) > 0
        ? "The days queue was not polled for %d s: restart this process"
            .formatted(silence.toSeconds())
        : null;
  }

  /** From now on nothing is received any more. */
  public synchronized void refuse() {
    ended = true;
  }

  /** Returns whether every poll and all work on a message ended within that time. */
  public synchronized boolean awaitEnd(Duration limit) throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    while (receiving > 0 || !working.isEmpty()) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return true;
  }
}
