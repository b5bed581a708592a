package io.daybook.sandbox;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The three accounts of the sandbox: two with Stripe in different zones, one with Moyasar. */
public final class Gateways implements AutoCloseable {
  static final String STRIPE_KEY = "sk_test_sandbox_stripe";
  static final String STRIPE_UAE_KEY = "sk_test_sandbox_stripe_uae";
  static final String MOYASAR_KEY = "sk_test_sandbox_moyasar";

  private static final History STRIPE = new History("stripe", Kind.STRIPE, ZoneId.of("UTC"), 640);
  private static final History STRIPE_UAE =
      new History("stripe-uae", Kind.STRIPE, ZoneId.of("Asia/Dubai"), 330);
  private static final History MOYASAR =
      new History("moyasar", Kind.MOYASAR, ZoneId.of("Asia/Riyadh"), 210);

  private final StripeStandIn stripe;
  private final MoyasarStandIn moyasar;
  private final Truth truth;
  private final LocalDate since;

  private Gateways(Clock clock, int stripePort, int moyasarPort) {
    this.truth = new Truth(past(STRIPE, clock), past(STRIPE_UAE, clock), past(MOYASAR, clock));
    this.since = History.firstDay(yesterday(STRIPE, clock));
    this.stripe = new StripeStandIn(stripePort);
    stripe.account(STRIPE_KEY, truth.ledger("stripe"));
    stripe.account(STRIPE_UAE_KEY, truth.ledger("stripe-uae"));
    this.moyasar = new MoyasarStandIn(moyasarPort).account(MOYASAR_KEY, truth.ledger("moyasar"));
  }

  /** On free ports, with three weeks up to the clock's yesterday. */
  public static Gateways start(Clock clock) {
    return new Gateways(clock, 0, 0);
  }

  /** Stripe on this port and Moyasar on the next. */
  static Gateways start(Clock clock, int port) {
    return new Gateways(clock, port, port == 0 ? 0 : port + 1);
  }

  /** Yesterday is not the same day everywhere: each account's past ends with its own. */
  private static Ledger past(History history, Clock clock) {
    return history.between(History.firstDay(yesterday(STRIPE, clock)), yesterday(history, clock));
  }

  private static LocalDate yesterday(History history, Clock clock) {
    return LocalDate.now(clock.withZone(history.zone())).minusDays(1);
  }

  /** Last day of a gateway's past. */
  public LocalDate lastDay(String gateway) {
    Ledger ledger = truth.ledger(gateway);
    return Truth.dateOf(ledger.newest(), ledger);
  }

  public LocalDate since() {
    return since;
  }

  public List<String> names() {
    return truth.ledgers().stream().map(Ledger::gateway).toList();
  }

  public StripeStandIn stripe() {
    return stripe;
  }

  public MoyasarStandIn moyasar() {
    return moyasar;
  }

  public Truth truth() {
    return truth;
  }

  public Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>();
    settings.put("daybook.gateways", String.join(",", names()));
    settings.put("daybook.gateway.stripe-uae.provider", "stripe");
    settings.put("daybook.gateway.stripe-uae.zone", "Asia/Dubai");
    put(settings, "stripe", stripe, STRIPE_KEY);
    put(settings, "stripe-uae", stripe, STRIPE_UAE_KEY);
    put(settings, "moyasar", moyasar, MOYASAR_KEY);
    return settings;
  }

  private void put(Map<String, String> settings, String gateway, StandIn standIn, String key) {
    String prefix = "daybook.gateway." + gateway + ".";
    settings.put(prefix + "url", standIn.url());
    settings.put(prefix + "secret-key", key);
    settings.put(prefix + "since", since.toString());
    settings.put(prefix + "settle-delay", "PT0S");
  }

  @Override
  public void close() {
    stripe.close();
    moyasar.close();
  }
}
