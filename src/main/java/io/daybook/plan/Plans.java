package io.daybook.plan;

import io.daybook.gateway.Gateways;
import io.daybook.message.DayRequest;
import io.daybook.page.Download;
import io.daybook.run.Run;
import io.daybook.seal.Verdicts;
import java.util.Objects;

/** Begins and ends plans of days. */
public final class Plans {
  private final Gateways gateways;
  private final int rejectedMax;
  private final Verdicts verdicts;
  private final Shown shown;

  public Plans(Gateways gateways, int rejectedMax, Verdicts verdicts, Shown shown) {
    this.gateways = gateways;
    this.rejectedMax = rejectedMax;
    this.verdicts = verdicts;
    this.shown = shown;
  }

  public Run begin(DayRequest request) {
    return Run.planned(
        gateways.get(request.gateway()), request.date(), rejectedMax, new Plan(shown));
  }

  /** Returns the plan of a day that was read to its end. */
  public Plan end(Run run, Download download) {
    Plan plan = Objects.requireNonNull(run.plan());
    verdicts.forEachVanished(run, download.declared(), plan::vanish);
    return plan;
  }
}
