package io.daybook.proof;

import io.daybook.sandbox.Behaviour;
import io.daybook.sandbox.History;
import io.daybook.sandbox.Kind;
import io.daybook.sandbox.Ledger;
import io.daybook.sandbox.MoyasarStandIn;
import io.daybook.sandbox.StripeStandIn;
import io.daybook.sandbox.Truth;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Accounts with Stripe and with Moyasar, each behind a stand-in of its own, with the same number of
 * transactions on each of some past days. They are told apart by settings alone.
 */
final class Accounts implements AutoCloseable {
  private static final int PAGE_SIZE = 100;

  private final List<LocalDate> days;
  private final int perDay;
  private final Map<String, Ledger> ledgers = new TreeMap<>();
  private final Map<String, StripeStandIn> stripes = new TreeMap<>();
  private final Map<String, MoyasarStandIn> moyasars = new TreeMap<>();

  Accounts(int stripeCount, int moyasarCount, int dayCount, int perDay) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    this.days = today.minusDays(dayCount + 1L).datesUntil(today.minusDays(1)).toList();
    this.perDay = perDay;
    for (int i = 1; i <= stripeCount; i++) {
      String name = "stripe-%02d".formatted(i);
      Ledger ledger = ledger(new History(name, Kind.STRIPE, ZoneOffset.UTC, perDay));
      stripes.put(name, new StripeStandIn(0).account(key(name), ledger));
    }
    for (int i = 1; i <= moyasarCount; i++) {
      String name = "moyasar-%02d".formatted(i);
      Ledger ledger = ledger(new History(name, Kind.MOYASAR, ZoneId.of("Asia/Riyadh"), perDay));
      moyasars.put(name, new MoyasarStandIn(0).account(key(name), ledger).pageSize(PAGE_SIZE));
    }
  }

  private Ledger ledger(History history) {
    Ledger ledger = new Ledger(history.gateway(), history.zone());
    days.forEach(date -> ledger.addAll(history.day(date, perDay)));
    ledgers.put(history.gateway(), ledger);
    return ledger;
  }

  private static String key(String name) {
    return "sk_test_" + name;
  }

  /** Oldest first. */
  List<LocalDate> days() {
    return days;
  }

  /** How many transactions each day of each account has. */
  int perDay() {
    return perDay;
  }

  List<String> names() {
    return List.copyOf(ledgers.keySet());
  }

  int transactions() {
    return names().size() * days.size() * perDay;
  }

  /** Days of accounts whose provider declares how many there are, so that they can be sealed. */
  int sealable() {
    return moyasars.size() * days.size();
  }

  Truth truth() {
    return new Truth(ledgers.values().toArray(Ledger[]::new));
  }

  StripeStandIn stripe(String name) {
    return stripes.get(name);
  }

  /** From now on each page takes this long. */
  Accounts throttle(Duration page) {
    stripes.values().forEach(standIn -> standIn.behave(Behaviour.slow(page)));
    moyasars.values().forEach(standIn -> standIn.behave(Behaviour.slow(page)));
    return this;
  }

  Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>();
    settings.put("daybook.gateways", String.join(",", names()));
    stripes.forEach((name, standIn) -> put(settings, name, "stripe", standIn.url()));
    moyasars.forEach((name, standIn) -> put(settings, name, "moyasar", standIn.url()));
    return settings;
  }

  private void put(Map<String, String> settings, String name, String provider, String url) {
    String prefix = "daybook.gateway." + name + ".";
    settings.put(prefix + "provider", provider);
    settings.put(prefix + "url", url);
    settings.put(prefix + "secret-key", key(name));
    settings.put(prefix + "since", days.get(0).toString());
    settings.put(prefix + "settle-delay", "PT0S");
  }

  @Override
  public void close() {
    stripes.values().forEach(StripeStandIn::close);
    moyasars.values().forEach(MoyasarStandIn::close);
  }
}
