package io.daybook.message;

import java.time.Instant;
import org.apache.camel.Exchange;
import org.apache.camel.component.aws2.sqs.Sqs2Constants;

/** Takes messages off the exchange that brought them, and reads what they ask for. */
public final class Messages {
  private final MessageReader reader;

  public Messages(MessageReader reader) {
    this.reader = reader;
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
}
