package io.daybook.settings;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The two FIFO queues. The visibility timeout is also how long a day's lease lasts; no endpoint
 * means AWS.
 */
public record QueueSettings(
    String daysUrl,
    String deadLettersUrl,
    int visibilityTimeoutSeconds,
    int pollWaitSeconds,
    @Nullable URI endpoint,
    String region) {

  private static final Range VISIBILITY_TIMEOUT = new Range(5, 43_200);
  private static final Range POLL_WAIT = new Range(1, 10);
  private static final Kind<String> URL =
      Kind.matching(
          "https?://[^/\\s]+/\\S+\\.fifo",
          "the http or https URL of an SQS queue, ending in .fifo",
          "");
  static final Kind<String> REGION =
      Kind.matching("[a-z]{2}[a-z0-9-]{1,40}", "an AWS region such as eu-west-1", "us-east-1");

  public QueueSettings {
    URL.neededIf(false, "").check("daysUrl", daysUrl);
    URL.neededIf(false, "").check("deadLettersUrl", deadLettersUrl);
    VISIBILITY_TIMEOUT.check("visibilityTimeoutSeconds", visibilityTimeoutSeconds);
    POLL_WAIT.check("pollWaitSeconds", pollWaitSeconds);
  }

  static QueueSettings read(Values values, String defaultRegion) {
    Kind<String> url = URL.neededIf(values.needs(Need.QUEUES), "");
    String daysUrl = values.read("daybook.queue.days-url", url);
    String deadLettersUrl = values.read("daybook.queue.dead-letters-url", url);
    if (!daysUrl.isEmpty() && daysUrl.equals(deadLettersUrl)) {
      values.fault(
          "daybook.queue.dead-letters-url is %s, the same as daybook.queue.days-url: it must be another queue"
              .formatted(deadLettersUrl));
    }
    String region = values.read("daybook.queue.region", REGION.neededIf(false, defaultRegion));
    values.resolve("daybook.queue.region", region);
    return new QueueSettings(
        daysUrl,
        deadLettersUrl,
        values.read("daybook.queue.visibility-timeout", Kind.integer(VISIBILITY_TIMEOUT)),
        values.read("daybook.queue.poll-wait", Kind.integer(POLL_WAIT)),
        values.read("daybook.queue.endpoint", Kind.ENDPOINT.optional()).orElse(null),
        region);
  }
}
