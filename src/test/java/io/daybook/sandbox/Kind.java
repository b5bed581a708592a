package io.daybook.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/** What the transactions of one provider are like. */
public interface Kind {
  /** A believable one at this instant. */
  Entry entry(Instant at, SplittableRandom random);

  /** The smallest step of the provider's clock. */
  Duration tick();

  Kind STRIPE = new StripeKind();
  Kind MOYASAR = new MoyasarKind();
}
