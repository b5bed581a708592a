package io.daybook.evidence;

import java.util.List;

/**
 * What was erased, or would be.
 *
 * @param ids of the transactions
 * @param versions rows of them, superseded ones included
 * @param rejected rejected transactions
 * @param pages archived pages that held one of them
 * @param problems what was not searched or not erased, and what to do about it
 */
public record ErasureReport(
    List<String> ids, long versions, long rejected, long pages, List<String> problems) {

  public ErasureReport {
    ids = List.copyOf(ids);
    problems = List.copyOf(problems);
  }

  /** Whether there is no such transaction. */
  public boolean isEmpty() {
    return ids.isEmpty() && versions + rejected + pages == 0;
  }
}
