package io.daybook.health;

import io.daybook.run.Causes;
import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/**
 * Readiness: whether a server that days need can be used now. Never part of liveness, since a
 * restart of this process mends no other.
 */
final class ServerCheck extends AbstractHealthCheck {
  private static final String DOWN =
      "The %s cannot be used: %s. Its days wait and go on by themselves; a restart does not help. Check %s";

  private final Probe probe;
  private final String settings;

  /**
   * @param settings what to look at first
   */
  ServerCheck(String id, Probe probe, String settings) {
    super("daybook", id);
    this.probe = probe;
    this.settings = settings;
  }

  @Override
  protected void doCall(HealthCheckResultBuilder result, Map<String, Object> options) {
    try {
      Exception failure = probe.failure();
      if (failure == null) {
        result.up();
      } else {
        result.down().message(DOWN.formatted(getId(), Causes.message(failure), settings));
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      result.down();
    }
  }
}
