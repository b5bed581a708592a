package io.daybook.queue;

import io.daybook.settings.QueueSettings;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;

/** Makes clients of SQS; credentials come from AWS's default chain and never from a setting. */
public final class Queues {
  /** Above the number of workers, each of which may hold one connection in a long poll. */
  private static final int CONNECTIONS_MAX = 200;

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  /** Above a long poll's 20 seconds. */
  private static final Duration READ_TIMEOUT = Duration.ofSeconds(40);

  /** For a call with all its repetitions, so that a queue that hangs holds nobody for minutes. */
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(60);

  private Queues() {}

  /** To be closed by the caller. */
  public static SqsClient client(QueueSettings settings) {
    SqsClientBuilder builder =
        SqsClient.builder()
            .region(Region.of(settings.region()))
            .overrideConfiguration(client -> client.apiCallTimeout(CALL_TIMEOUT))
            .httpClientBuilder(
                ApacheHttpClient.builder()
                    .maxConnections(CONNECTIONS_MAX)
                    .connectionTimeout(CONNECT_TIMEOUT)
                    .socketTimeout(READ_TIMEOUT));
    URI endpoint = settings.endpoint();
    return endpoint == null ? builder.build() : builder.endpointOverride(endpoint).build();
  }
}
