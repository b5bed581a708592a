package io.daybook.queue;

import io.daybook.settings.QueueSettings;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;

/** TEMP. */
public final class Queues {
  private Queues() {}

  public static SqsClient client(QueueSettings settings) {
    SqsClientBuilder builder = SqsClient.builder().region(Region.of(settings.region()));
    if (settings.endpoint() != null) {
      builder.endpointOverride(settings.endpoint());
    }
    return builder.build();
  }
}
