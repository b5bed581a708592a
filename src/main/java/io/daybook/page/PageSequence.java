package io.daybook.page;

import io.daybook.gateway.PageSummary;

/** Pages that are stored one after the other, wherever they come from. */
public interface PageSequence {

  /** Takes note that each transaction of a page is accounted for. */
  void stored(PageSummary read);
}
