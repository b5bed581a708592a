package io.daybook.sandbox;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.actor.ActorSystem;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * An SQS server (ElasticMQ) on a port of the loopback interface; queues live in memory, and end
 * with it.
 */
public final class EmbeddedQueue implements AutoCloseable {
  public static final String REGION = "us-east-1";

  /** The only credentials; both the id and the secret. */
  public static final String CREDENTIAL = "x";

  private static final int VISIBILITY_SECONDS = 900;
  private static final int RECEIVE_COUNT_MAX = 100;

  private final ActorSystem actors;
  private final SQSRestServer server;
  private final int port;

  private EmbeddedQueue(int port) {
    QuietLoggers.hush(
        "org.elasticmq", "org.apache.pekko", "software.amazon.awssdk", "org.apache.http");
    this.actors = ActorSystem.create("elasticmq", ConfigFactory.load(quiet()));
    this.server =
        SQSRestServerBuilder.withActorSystem(actors)
            .withInterface("127.0.0.1")
            .withPort(port)
            .start();
    this.port = server.waitUntilStarted().localAddress().getPort();
  }

  /** The server that all tests of this JVM share; it ends with the JVM. */
  public static EmbeddedQueue shared() {
    return Shared.INSTANCE;
  }

  public static EmbeddedQueue start() {
    return start(0);
  }

  /** With a port of your own; 0 takes a free one. */
  public static EmbeddedQueue start(int port) {
    return new EmbeddedQueue(port);
  }

  /** {@code daybook-days.fifo} and its dead-letter queue, as an operator would create them. */
  public Queues createQueues() {
    return createQueues("daybook-days", VISIBILITY_SECONDS);
  }

  /**
   * A pair that no other test has: days are deduplicated for five minutes, also after they were
   * deleted.
   */
  public Queues createFreshQueues() {
    return createFreshQueues(VISIBILITY_SECONDS);
  }

  public Queues createFreshQueues(int visibilitySeconds) {
    return createQueues("days-" + UUID.randomUUID().toString().substring(0, 8), visibilitySeconds);
  }

  private Queues createQueues(String name, int visibilitySeconds) {
    SqsClient sqs = client();
    String dead = create(sqs, name + "-dlq.fifo", Map.of());
    String days = create(sqs, name + ".fifo", attributes(arn(sqs, dead), visibilitySeconds));
    return new Queues(sqs, days, dead);
  }

  private static Map<QueueAttributeName, String> attributes(String deadArn, int visibilitySeconds) {
    return Map.of(
        QueueAttributeName.VISIBILITY_TIMEOUT, Integer.toString(visibilitySeconds),
        QueueAttributeName.REDRIVE_POLICY,
            "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":%d}"
                .formatted(deadArn, RECEIVE_COUNT_MAX));
  }

  private static String create(SqsClient sqs, String name, Map<QueueAttributeName, String> more) {
    Map<QueueAttributeName, String> all = new EnumMap<>(QueueAttributeName.class);
    all.put(QueueAttributeName.FIFO_QUEUE, "true");
    all.put(QueueAttributeName.CONTENT_BASED_DEDUPLICATION, "true");
    all.putAll(more);
    return sqs.createQueue(q -> q.queueName(name).attributes(all)).queueUrl();
  }

  private static String arn(SqsClient sqs, String url) {
    return sqs.getQueueAttributes(q -> q.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
        .attributes()
        .get(QueueAttributeName.QUEUE_ARN);
  }

  public SqsClient client() {
    return SqsClient.builder()
        .endpointOverride(URI.create(endpoint()))
        .region(Region.of(REGION))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(CREDENTIAL, CREDENTIAL)))
        .build();
  }

  public String endpoint() {
    return "http://127.0.0.1:" + port;
  }

  public int port() {
    return port;
  }

  @Override
  public void close() {
    server.stopAndWait();
    actors.terminate();
    try {
      actors.getWhenTerminated().toCompletableFuture().get(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw Commands.interrupted(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("The queue's server does not end", e);
    }
  }

  private static Config quiet() {
    return ConfigFactory.parseString(
        """
        pekko.loglevel = WARNING
        pekko.daemonic = on
        pekko.jvm-shutdown-hooks = off
        pekko.coordinated-shutdown.run-by-jvm-shutdown-hook = off
        # The AWS SDK's signature is no header by RFC 9110, says pekko.
        pekko.http.server.parsing.illegal-header-warnings = off
        """);
  }

  private static final class Shared {
    static final EmbeddedQueue INSTANCE = start();
  }
}
