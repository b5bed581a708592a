package io.daybook.proof;

import io.daybook.sandbox.Behaviour;
import io.daybook.sandbox.Ledger;
import io.daybook.sandbox.MoyasarStandIn;
import io.daybook.sandbox.StripeStandIn;
import io.daybook.sandbox.Truth;
import io.daybook.testing.World;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** Accounts with late transactions as the only gateways of a world, whose clock is theirs, too. */
final class LateAccounts implements AutoCloseable {
  private static final int PAGE_SIZE = 100;

  private final List<LateAccount> all;
  private final StripeStandIn stripe = new StripeStandIn(0);
  private final MoyasarStandIn moyasar = new MoyasarStandIn(0).pageSize(PAGE_SIZE);

  LateAccounts(List<LateAccount> all, World world, LocalDate since) {
    this.all = all;
    world.settings().keySet().removeIf(name -> name.startsWith("daybook.gateway."));
    world.with(
        "daybook.gateways", all.stream().map(LateAccount::name).collect(Collectors.joining(",")));
    all.forEach(account -> open(account, world, since));
    Behaviour showing =
        (request, honest) -> {
          all.forEach(account -> account.show(world.clock().instant()));
          return honest.get();
        };
    stripe.behave(showing);
    moyasar.behave(showing);
  }

  private void open(LateAccount account, World world, LocalDate since) {
    String key = "sk_test_" + account.name();
    String prefix = "daybook.gateway." + account.name() + ".";
    if (account.declares()) {
      moyasar.account(key, account.listed());
    } else {
      stripe.account(key, account.listed());
    }
    world
        .with(prefix + "provider", account.declares() ? "moyasar" : "stripe")
        .with(prefix + "url", account.declares() ? moyasar.url() : stripe.url())
        .with(prefix + "secret-key", key)
        .with(prefix + "zone", account.zone().getId())
        .with(prefix + "since", since.toString())
        .with(prefix + "settle-delay", account.settleDelay().toString());
  }

  Truth truth() {
    return new Truth(all.stream().map(LateAccount::books).toArray(Ledger[]::new));
  }

  @Override
  public void close() {
    stripe.close();
    moyasar.close();
  }
}
