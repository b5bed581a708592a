package io.daybook.message;

import io.daybook.gateway.Gateways;
import io.daybook.run.DayParameters;
import java.time.Instant;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.component.aws2.sqs.Sqs2Constants;

/** Takes messages off the exchange that brought them, and puts requests for days on their way. */
public final class Messages {
  private final MessageReader reader;
  private final Gateways gateways;

  public Messages(MessageReader reader, Gateways gateways) {
    this.reader = reader;
    this.gateways = gateways;
  }

  /** Returns the message as delivered; reads the queue's own attributes and no others. */
  public Received receive(Exchange exchange) {
    return new Received(
        String.valueOf(exchange.getMessage().getBody(String.class)),
        header(exchange, Sqs2Constants.MESSAGE_ID),
        header(exchange, Sqs2Constants.RECEIPT_HANDLE),
        header(exchange, "MessageDeduplicationId"),
        Instant.ofEpochMilli(Long.parseLong(header(exchange, "SentTimestamp"))));
  }

  private static String header(Exchange exchange, String name) {
    return exchange.getMessage().getHeader(name, "", String.class);
  }

  /** Returns what the message asks for; see {@link MessageReader#read}. */
  public Asked read(Received received) {
    return reader.read(received);
  }

  /** Returns what {@code request-day.sql} writes. */
  public Map<String, Object> row(DayRequest request) {
    return DayParameters.of(gateways.get(request.gateway()), request);
  }
}
