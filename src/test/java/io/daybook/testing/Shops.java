package io.daybook.testing;

import io.daybook.sandbox.Behaviour;
import io.daybook.sandbox.FaultyLink;
import io.daybook.sandbox.History;
import io.daybook.sandbox.Kind;
import io.daybook.sandbox.Ledger;
import io.daybook.sandbox.Request;
import io.daybook.sandbox.StripeStandIn;
import io.daybook.sandbox.Truth;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** As many small accounts as wanted, {@code shop-00} and on, behind one faulty link. */
public final class Shops implements AutoCloseable {
  private static final String KEY = "sk_test_";

  private final List<Ledger> ledgers;
  private final StripeStandIn stripe = new StripeStandIn(0);
  private final FaultyLink link = new FaultyLink(0, stripe);

  public Shops(int count, int perDay, LocalDate first, LocalDate last) {
    ledgers =
        IntStream.range(0, count)
            .mapToObj(i -> new History(name(i), Kind.STRIPE, ZoneOffset.UTC, perDay))
            .map(history -> history.between(first, last))
            .toList();
    ledgers.forEach(ledger -> stripe.account(KEY + ledger.gateway(), ledger));
  }

  public static String name(int index) {
    return "shop-%02d".formatted(index);
  }

  public List<String> names() {
    return ledgers.stream().map(Ledger::gateway).toList();
  }

  public Shops behave(Behaviour behaviour) {
    stripe.behave(behaviour);
    return this;
  }

  public List<Request> requests() {
    return stripe.requests();
  }

  /** Who asks, by the key, which is the user name of basic authentication. */
  public static String gateway(Request request) {
    String base64 = request.header("Authorization").orElseThrow().substring("Basic ".length());
    String user = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    return user.substring(KEY.length(), user.indexOf(':'));
  }

  /** Which day is asked for. */
  public static LocalDate date(Request request) {
    long from = Long.parseLong(request.parameter("created[gte]").orElse("0"));
    return LocalDate.ofInstant(Instant.ofEpochSecond(from), ZoneOffset.UTC);
  }

  /** Replaces the gateways of a world by these. */
  public World in(World world) {
    world.settings().keySet().removeIf(name -> name.startsWith("daybook.gateway"));
    world.settings().putAll(settings());
    return world;
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>();
    settings.put("daybook.gateways", String.join(",", names()));
    for (String name : names()) {
      String prefix = "daybook.gateway." + name + ".";
      settings.put(prefix + "provider", "stripe");
      settings.put(prefix + "url", link.url());
      settings.put(prefix + "secret-key", KEY + name);
      settings.put(prefix + "settle-delay", "PT0S");
    }
    return settings;
  }

  public Truth truth() {
    return new Truth(ledgers.toArray(Ledger[]::new));
  }

  @Override
  public void close() {
    link.close();
    stripe.close();
  }
}
