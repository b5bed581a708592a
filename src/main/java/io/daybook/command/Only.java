package io.daybook.command;

/** Which days of those named are asked for. */
enum Only {
  /** Never asked for: without a row. */
  MISSING,
  /** Whatever is not proven complete. */
  UNSEALED,
  ALL
}
