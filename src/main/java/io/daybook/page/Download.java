package io.daybook.page;

import io.daybook.gateway.Declared;
import io.daybook.gateway.GatewayAnswerException;
import io.daybook.gateway.PageRequest;
import io.daybook.gateway.PageSummary;
import io.daybook.gateway.Provider;
import io.daybook.run.Run;
import io.daybook.transaction.Erasure;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far the download of a day has come. It is over only when an answer said so: an error on the
 * way never looks like the end.
 */
public final class Download implements PageSequence {
  private final Run run;
  private final Instant begunAt;
  private final Provider provider;
  private final int pagesMax;
  private final Map<String, Erasure> erased;
  private @Nullable PageRequest next;
  private @Nullable PageRequest current;
  private Declared declared = Declared.NOTHING;

  Download(Run run, Instant begunAt, Provider provider, int pagesMax, Map<String, Erasure> erased) {
    this.run = run;
    this.begunAt = begunAt;
    this.provider = provider;
    this.pagesMax = pagesMax;
    this.erased = erased;
    this.next = provider.pages().first();
  }

  /** Before the first page was asked for. */
  public Instant begunAt() {
    return begunAt;
  }

  /** What was erased before, by the transactions' ids, and must not come back. */
  Map<String, Erasure> erased() {
    return erased;
  }

  public boolean isUnfinished() {
    return next != null;
  }

  /** Returns the page to ask for now. */
  public PageRequest next() {
    run.mustGoOn();
    PageRequest page = next;
    if (page == null) {
      throw new IllegalStateException(run.day() + " has no further page");
    }
    if (page.number() > pagesMax) {
      throw new GatewayAnswerException(
          "%s has more than daybook.page.pages-max=%d pages".formatted(run.day(), pagesMax));
    }
    current = page;
    return page;
  }

  /** Returns the encoded query of the current page. */
  public String query() {
    return current().isSummary()
        ? provider.summaryQuery(run.day())
        : provider.query(run.day(), current());
  }

  /** Goes on to the page after the one that was read and stored. */
  @Override
  public void stored(PageSummary read) {
    try {
      provider.checkReady(read, run.day());
      if (current().number() == 1) {
        declared = provider.declared(read);
      }
      next = provider.pages().next(current(), read);
      if (next == null && provider.summary() != null) {
        next = PageRequest.ofSummary();
      }
    } catch (GatewayAnswerException unclear) {
      throw new GatewayAnswerException(
          "Page %d of %s: %s".formatted(current().number(), run.day(), unclear.getMessage()),
          unclear);
    }
  }

  /** Takes what another source of the provider declares; it counts instead of the list's own. */
  public void summarized(Declared bySummary) {
    declared = bySummary;
    next = null;
  }

  private PageRequest current() {
    PageRequest page = current;
    if (page == null) {
      throw new IllegalStateException("No page of " + run.day() + " was asked for");
    }
    return page;
  }

  /** Returns what the gateway declares about the day, once it was read to its end. */
  public Declared declared() {
    if (isUnfinished()) {
      throw new IllegalStateException(run.day() + " was not read to its end and cannot be judged");
    }
    return declared;
  }
}
