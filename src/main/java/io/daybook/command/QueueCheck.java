package io.daybook.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.daybook.queue.Queues;
import io.daybook.settings.QueueSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Whether both queues exist with the attributes that the guarantees rest on. */
final class QueueCheck {
  /** The queue's own redrive is only a net under a crash loop: attempts are counted by us. */
  private static final int RECEIVE_COUNT_MIN = 100;

  private static final JsonMapper JSON = new JsonMapper();

  private final QueueSettings settings;
  private final SqsClient sqs;
  private final List<Finding> findings = new ArrayList<>();

  private QueueCheck(QueueSettings settings, SqsClient sqs) {
    this.settings = settings;
    this.sqs = sqs;
  }

  static List<Finding> findings(QueueSettings settings) {
    try (SqsClient sqs = Queues.client(settings)) {
      return new QueueCheck(settings, sqs).run();
    }
  }

  private List<Finding> run() {
    Map<QueueAttributeName, String> days = queue(settings.daysUrl());
    Map<QueueAttributeName, String> deadLetters = queue(settings.deadLettersUrl());
    if (!days.isEmpty()) {
      redrive(days, deadLetters.getOrDefault(QueueAttributeName.QUEUE_ARN, ""));
      visibility(days.getOrDefault(QueueAttributeName.VISIBILITY_TIMEOUT, ""));
    }
    return findings;
  }

  /** Nothing if there is no such queue. Without a URL, the settings' own fault says so. */
  private Map<QueueAttributeName, String> queue(String url) {
    if (url.isEmpty()) {
      return Map.of();
    }
    try {
      Map<QueueAttributeName, String> attributes =
          sqs.getQueueAttributes(q -> q.queueUrl(url).attributeNames(QueueAttributeName.ALL))
              .attributes();
      findings.add(Finding.ok("queue %s: exists".formatted(url)));
      mustBeTrue(url, attributes, QueueAttributeName.FIFO_QUEUE);
      mustBeTrue(url, attributes, QueueAttributeName.CONTENT_BASED_DEDUPLICATION);
      return attributes;
    } catch (SdkException e) {
      findings.add(Finding.fault("queue %s: %s".formatted(url, Failures.words(e))));
      return Map.of();
    }
  }

  private void mustBeTrue(
      String url, Map<QueueAttributeName, String> attributes, QueueAttributeName name) {
    if (!"true".equals(attributes.get(name))) {
      findings.add(Finding.fault("queue %s: %s is not true".formatted(url, name)));
    }
  }

  private void redrive(Map<QueueAttributeName, String> days, String deadLettersArn) {
    JsonNode policy = policy(days.getOrDefault(QueueAttributeName.REDRIVE_POLICY, "{}"));
    String target = policy.path("deadLetterTargetArn").asText();
    int receives = policy.path("maxReceiveCount").asInt();
    if (target.isEmpty()) {
      findings.add(
          Finding.fault(
              "queue %s: RedrivePolicy is not set; let it lead to %s"
                  .formatted(settings.daysUrl(), settings.deadLettersUrl())));
    } else if (!deadLettersArn.isEmpty() && !target.equals(deadLettersArn)) {
      findings.add(
          Finding.fault(
              "queue %s: RedrivePolicy leads to %s, not to %s"
                  .formatted(settings.daysUrl(), target, deadLettersArn)));
    } else if (receives < RECEIVE_COUNT_MIN) {
      findings.add(
          Finding.advice(
              ("queue %s: maxReceiveCount is %d; with less than %d, days that wait for another to"
                      + " end are taken for dead")
                  .formatted(settings.daysUrl(), receives, RECEIVE_COUNT_MIN)));
    } else {
      findings.add(
          Finding.ok("queue %s: RedrivePolicy after %d".formatted(settings.daysUrl(), receives)));
    }
  }

  private void visibility(String seconds) {
    if (!seconds.equals(Integer.toString(settings.visibilityTimeoutSeconds()))) {
      findings.add(
          Finding.advice(
              "queue %s: VisibilityTimeout is %s, daybook.queue.visibility-timeout is %d"
                  .formatted(settings.daysUrl(), seconds, settings.visibilityTimeoutSeconds())));
    }
  }

  private static JsonNode policy(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return JSON.createObjectNode();
    }
  }
}
