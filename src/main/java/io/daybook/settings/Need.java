package io.daybook.settings;

/**
 * A part of the configuration that a command cannot do without; other parts may be unset, and are
 * then empty.
 */
public enum Need {
  DATABASE,
  QUEUES,
  /** At least one gateway with its zone; without this need no provider file is read. */
  GATEWAYS,
  /** What the providers require of each gateway, above all its secrets. */
  CREDENTIALS
}
