package io.daybook.health;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;
import org.jspecify.annotations.Nullable;

/**
 * Liveness: whether this process works. Down only for what a restart mends; a database, a queue or
 * a gateway that cannot be used is none of it.
 */
final class WorkCheck extends AbstractHealthCheck {
  private final List<Supplier<@Nullable String>> faults;

  /**
   * @param faults each tells what is wrong and what to do, or null
   */
  WorkCheck(List<Supplier<@Nullable String>> faults) {
    super("daybook", "work");
    this.faults = faults;
  }

  @Override
  public boolean isLiveness() {
    return true;
  }

  @Override
  public boolean isReadiness() {
    return false;
  }

  @Override
  protected void doCall(HealthCheckResultBuilder result, Map<String, Object> options) {
    String found =
        faults.stream()
            .map(Supplier::get)
            .filter(Objects::nonNull)
            .collect(Collectors.joining("; "));
    if (found.isEmpty()) {
      result.up();
    } else {
      result.down().message(found);
    }
  }
}
