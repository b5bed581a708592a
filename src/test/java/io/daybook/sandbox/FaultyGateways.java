package io.daybook.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Three accounts that misbehave on command, each page of each day in its own way: {@code stripe},
 * {@code moyasar}, and {@code unreachable}, a Stripe account at whose address nobody listens until
 * it heals. Every day has 250 transactions, on pages of 100, 100 and 50.
 */
public final class FaultyGateways implements AutoCloseable {
  private static final int PER_DAY = 250;
  private static final int PER_PAGE = 100;
  private static final String KEY = "sk_test_faulty_";
  private static final Map<String, Kind> KINDS =
      Map.of("stripe", Kind.STRIPE, "unreachable", Kind.STRIPE, "moyasar", Kind.MOYASAR);

  private record Page(String gateway, LocalDate date, int number) {}

  private final Map<String, Ledger> ledgers = new TreeMap<>();
  private final Map<Page, Behaviour> faults = new ConcurrentHashMap<>();
  private final StripeStandIn stripe = new StripeStandIn(0);
  private final MoyasarStandIn moyasar = new MoyasarStandIn(0).pageSize(PER_PAGE);
  private final FaultyLink stripeLink = new FaultyLink(0, stripe);
  private final FaultyLink moyasarLink = new FaultyLink(0, moyasar);
  private final List<FaultyLink> healed = new ArrayList<>();
  private final Socket nobody = new Socket();

  public FaultyGateways() {
    KINDS.keySet().forEach(name -> ledgers.put(name, new Ledger(name, ZoneOffset.UTC)));
    stripe.account(KEY + "stripe", ledger("stripe"));
    stripe.account(KEY + "unreachable", ledger("unreachable"));
    moyasar.account(KEY + "moyasar", ledger("moyasar"));
    stripe.behave(this::answer);
    moyasar.behave(this::answer);
    reservePort();
  }

  /** A socket that is bound but does not listen: who calls its port is refused. */
  private void reservePort() {
    try {
      nobody.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Ledger ledger(String gateway) {
    return ledgers.get(gateway);
  }

  /** A day that has happened, and how the gateway answers for one of its pages. */
  public void misbehave(String gateway, LocalDate date, int page, Behaviour fault) {
    History history = new History(gateway, KINDS.get(gateway), ZoneOffset.UTC, PER_DAY);
    ledger(gateway).addAll(history.day(date, PER_DAY));
    faults.put(new Page(gateway, date, page), fault);
  }

  /** From now on every gateway is honest, and can be reached. */
  public void heal() throws IOException {
    faults.clear();
    int port = nobody.getLocalPort();
    nobody.close();
    healed.add(new FaultyLink(port, stripe));
  }

  private Answer answer(Request request, Supplier<Answer> honest) {
    Page page = new Page(gateway(request), date(request), number(request));
    return faults.getOrDefault(page, Behaviour.honest()).answer(request, honest);
  }

  /** The first page of the day that Stripe is asked for, with its promise of more. */
  public Answer firstPage(Request request) {
    Map<String, String> query = new LinkedHashMap<>(request.query());
    query.remove("starting_after");
    return stripe.honestly(
        new Request(request.number(), request.method(), request.path(), query, request.headers()));
  }

  /** How often a day was asked for, whatever the answer was. */
  public List<Request> requests(String gateway, LocalDate date) {
    StandIn standIn = gateway.equals("moyasar") ? moyasar : stripe;
    return standIn.requests().stream()
        .filter(request -> gateway(request).equals(gateway) && date(request).equals(date))
        .toList();
  }

  private static String gateway(Request request) {
    return Keys.basic(request).orElseThrow().substring(KEY.length());
  }

  /** Both ask for what happened before an instant: the start of the next day. */
  private static LocalDate date(Request request) {
    String before = request.parameter("created[lt]").orElseThrow();
    Instant end =
        before.matches("\\d+")
            ? Instant.ofEpochSecond(Long.parseLong(before))
            : Instant.parse(before);
    return LocalDate.ofInstant(end.minus(Duration.ofDays(1)), ZoneOffset.UTC);
  }

  private int number(Request request) {
    if (request.query().containsKey("page")) {
      return Integer.parseInt(request.query().get("page"));
    }
    String after = request.parameter("starting_after").orElse("");
    List<Entry> day = ledger(gateway(request)).day(date(request));
    int index = day.stream().map(Entry::id).toList().indexOf(after);
    return index / PER_PAGE + (index < 0 ? 1 : 2);
  }

  public Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>();
    settings.put("daybook.gateways", String.join(",", ledgers.keySet()));
    settings.put("daybook.gateway.unreachable.provider", "stripe");
    put(settings, "stripe", stripeLink.url());
    put(settings, "unreachable", "http://127.0.0.1:" + nobody.getLocalPort());
    put(settings, "moyasar", moyasarLink.url());
    return settings;
  }

  private static void put(Map<String, String> settings, String gateway, String url) {
    String prefix = "daybook.gateway." + gateway + ".";
    settings.put(prefix + "url", url);
    settings.put(prefix + "secret-key", secretKey(gateway));
    settings.put(prefix + "zone", "UTC");
  }

  public static String secretKey(String gateway) {
    return KEY + gateway;
  }

  public Truth truth() {
    return new Truth(ledgers.values().toArray(Ledger[]::new));
  }

  @Override
  public void close() {
    healed.forEach(FaultyLink::close);
    stripeLink.close();
    moyasarLink.close();
    stripe.close();
    moyasar.close();
  }
}
