package io.daybook.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.database.Migrations;
import io.daybook.sandbox.EmbeddedQueue;
import io.daybook.settings.Settings;
import io.daybook.testing.OwnGateways;
import io.daybook.testing.World;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class CheckCommandTest {
  private final World world = new World();
  private final Shell shell = new Shell(world);

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void finds_everything_in_order() {
    Migrations.migrate(Settings.of(world.settings()).database());

    Shell.Result result = shell.type("check");

    assertThat(result.lines())
        .allMatch(line -> line.startsWith("ok     "))
        .anyMatch(line -> line.contains("schema daybook: up to date"))
        .anyMatch(line -> line.contains("gateway stripe: provider stripe, days in UTC"));
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void shows_all_faults_of_all_parts_together() {
    world
        .with("daybook.store.writers", "17")
        .with("daybook.queue.days-url", world.queues().daysUrl().replace("days-", "gone-"));

    Shell.Result result = shell.type("check");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.lines())
        .anyMatch(line -> line.startsWith("FAULT  settings: daybook.store.writers is 17"))
        .anyMatch(line -> line.startsWith("FAULT  schema daybook: not up to date, pending: V001__"))
        .anyMatch(
            line ->
                line.startsWith("FAULT  queue " + world.settings().get("daybook.queue.days-url")));
    assertThat(result.err()).isEqualTo("3 faults\n");
  }

  @Test
  void changes_nothing_in_the_database() {
    shell.type("check");

    Long schemas =
        world
            .sql()
            .queryForObject(
                "SELECT count(*) FROM information_schema.schemata WHERE schema_name = 'daybook'",
                Long.class);
    assertThat(schemas).isZero();
  }

  @Test
  void says_that_the_database_can_not_be_reached_and_goes_on() {
    world.with("daybook.database.password", "guess");

    Shell.Result result = shell.type("check");

    assertThat(result.lines())
        .anyMatch(line -> line.startsWith("FAULT  database: ") && line.contains("password"))
        .anyMatch(line -> line.startsWith("ok     queue "));
    assertThat(result.out()).doesNotContain("guess");
  }

  @Test
  void refuses_a_queue_without_the_attributes_that_the_guarantees_rest_on() {
    String url = create("bare-%s.fifo", Map.of(QueueAttributeName.FIFO_QUEUE, "true"));
    world.with("daybook.queue.days-url", url);

    assertThat(shell.type("check").lines())
        .contains(
            "FAULT  queue " + url + ": ContentBasedDeduplication is not true",
            "FAULT  queue "
                + url
                + ": RedrivePolicy is not set; let it lead to "
                + world.queues().deadLettersUrl());
  }

  @Test
  void refuses_a_redrive_policy_that_leads_elsewhere() {
    String other = EmbeddedQueue.shared().createFreshQueues().deadLettersUrl();
    world.with("daybook.queue.dead-letters-url", other);

    assertThat(shell.type("check").lines())
        .anyMatch(
            line ->
                line.startsWith("FAULT  queue") && line.contains("RedrivePolicy leads to arn:"));
  }

  @Test
  void advises_against_few_receives_and_another_visibility_timeout() {
    Migrations.migrate(Settings.of(world.settings()).database());
    setAttributes(
        Map.of(
            QueueAttributeName.REDRIVE_POLICY,
            "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":5}".formatted(arn()),
            QueueAttributeName.VISIBILITY_TIMEOUT,
            "30"));

    Shell.Result result = shell.type("check");

    assertThat(result.exitCode()).isZero();
    assertThat(result.lines())
        .anyMatch(line -> line.startsWith("advice queue") && line.contains("maxReceiveCount is 5"))
        .anyMatch(
            line -> line.startsWith("advice queue") && line.contains("VisibilityTimeout is 30"));
  }

  @Test
  void refuses_a_provider_that_reads_what_it_masks_and_names_file_and_field() {
    OwnGateways own =
        new OwnGateways(world)
            .provider(
                "own",
                file ->
                    file.replace(
                        "reference: ref", "personal: card id\n        reference: card.ref"))
            .add("own", "own");
    try (own) {
      assertThat(shell.type("check").lines())
          .anyMatch(
              line ->
                  line.startsWith("FAULT")
                      && line.endsWith(
                          "gateways/own.camel.yaml: \"id\" reads data.id, and \"personal\" masks id:"
                              + " take it out of one of the two"));
      own.correct("own", "personal: card id", "personal: card");
      assertThat(shell.type("check").out())
          .contains("\"reference\" reads data.card.reference, and \"personal\" masks card");
      own.correct("own", "personal: card", "personal: total");
      assertThat(shell.type("check").out()).contains("\"declaredCount\" reads total");
      own.correct("own", "personal: total", "personal: next");
      assertThat(shell.type("check").out()).contains("\"next\" reads next");
      own.correct("own", "personal: next", "personal: email");
      assertThat(shell.type("check").out()).doesNotContain("own.camel.yaml");
    }
  }

  private void setAttributes(Map<QueueAttributeName, String> attributes) {
    world
        .queues()
        .sqs()
        .setQueueAttributes(q -> q.queueUrl(world.queues().daysUrl()).attributes(attributes));
  }

  private String arn() {
    return world
        .queues()
        .sqs()
        .getQueueAttributes(
            q ->
                q.queueUrl(world.queues().deadLettersUrl())
                    .attributeNames(QueueAttributeName.QUEUE_ARN))
        .attributes()
        .get(QueueAttributeName.QUEUE_ARN);
  }

  private String create(String name, Map<QueueAttributeName, String> attributes) {
    String unique = name.formatted(java.util.UUID.randomUUID().toString().substring(0, 8));
    return world
        .queues()
        .sqs()
        .createQueue(q -> q.queueName(unique).attributes(attributes))
        .queueUrl();
  }
}
