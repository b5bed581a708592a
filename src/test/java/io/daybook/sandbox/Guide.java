package io.daybook.sandbox;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;

/** Where everything is, and what to try next: for copying into another terminal. */
record Guide(Servers servers) {
  private static final String TEXT =
      """

      Where things are
        PostgreSQL   {database.url}   user {database.user}, password {database.password}
                     {psql}
        SQS          {queue.endpoint}   region {queue.region}, credentials x and x
                     days          {queue.days-url}
                     dead letters  {queue.dead-letters-url}
        Stripe       {gateway.stripe.url}   stripe: {gateway.stripe.secret-key}, stripe-uae: {gateway.stripe-uae.secret-key}
        Moyasar      {gateway.moyasar.url}   moyasar: {gateway.moyasar.secret-key}
        Health       http://127.0.0.1:{management.port}/observe/health
        Metrics      http://127.0.0.1:{management.port}/observe/metrics
        Raw pages    {archive.directory}

      What to try next, in another terminal
        Ask for a day of every gateway again; what is stored stays as it is:
          AWS_ACCESS_KEY_ID=x AWS_SECRET_ACCESS_KEY=x aws sqs send-message --region {queue.region} \\
            --endpoint-url {queue.endpoint} --queue-url {queue.days-url} \\
            --message-group-id by-hand --message-body {day}
        The same without the aws program:
          curl -s {queue.days-url} -d Action=SendMessage -d MessageGroupId=by-hand -d MessageBody={day}
        Send something that is no day, and see where it ends:
          curl -s {queue.days-url} -d Action=SendMessage -d MessageGroupId=by-hand -d MessageBody=tomorrow-maybe
          {psql} -c 'SELECT cause, error, body, state FROM daybook.dead_letters'
        See what was done, and that a second run writes nothing:
          {psql} -c 'SELECT * FROM daybook.runs ORDER BY run_id DESC LIMIT 10'
        Type Daybook's own commands (the jar is made by ./mvnw -q -DskipTests package):
          . {environment}
          java -jar target/daybook.jar status --problems
        Ask a gateway the same question as Daybook does:
          curl -s -g -u {gateway.stripe.secret-key}: '{gateway.stripe.url}/v1/balance_transactions?limit=3'
          curl -s -g -u {gateway.moyasar.secret-key}: '{gateway.moyasar.url}/v1/payments?page=1'

      Ctrl-C ends all of it and removes the database and the raw pages.
      """;

  String text() throws IOException {
    LocalDate day = servers.gateways().lastDay("stripe");
    String text =
        TEXT.replace("{psql}", servers.database().psql()).replace("{day}", day.toString());
    text = text.replace("{environment}", servers.environment().toString());
    for (Map.Entry<String, String> setting : servers.settings().entrySet()) {
      text =
          text.replace(
              "{" + setting.getKey().substring("daybook.".length()) + "}", setting.getValue());
    }
    return text;
  }
}
