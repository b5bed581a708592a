package io.daybook.testing;

import java.util.List;
import java.util.function.UnaryOperator;

/** One gateway, named {@code own}, as the only one of a world. */
public final class OwnGateway implements AutoCloseable {
  public static final String NAME = "own";

  private final OwnGateways gateways;
  private String more = "";

  public OwnGateway(World world) {
    gateways = new OwnGateways(world).provider(NAME, UnaryOperator.identity()).add(NAME, NAME);
  }

  /** What each page that is listed after this says besides, such as {@code "until":"2024…",}. */
  public OwnGateway saying(String fields) {
    more = fields;
    return this;
  }

  /** What the gateway lists for a day from now on. */
  public OwnGateway list(Object date, List<String> transactions) {
    gateways.page(
        NAME,
        date,
        1,
        OwnGateways.pageOf(transactions.size(), "null", transactions)
            .replaceFirst("\\{", "{" + more));
    return this;
  }

  /** What the gateway answers for a day from now on, whatever that is. */
  public void answer(Object date, String body) {
    gateways.page(NAME, date, 1, body);
  }

  /** A transaction of noon. */
  public static String transaction(Object date, String id, String status, String reference) {
    return "{\"id\":\"%s\",\"status\":\"%s\",\"amount\":100,\"currency\":\"SAR\",\"created\":\"%sT12:00:00Z\",\"reference\":\"%s\"}"
        .formatted(id, status, date, reference);
  }

  /** Changes the provider's file, for instances that are started after this. */
  public void correct(String old, String corrected) {
    gateways.correct(NAME, old, corrected);
  }

  /** How often it was asked. */
  public int requests() {
    return gateways.requests();
  }

  @Override
  public void close() {
    gateways.close();
  }
}
