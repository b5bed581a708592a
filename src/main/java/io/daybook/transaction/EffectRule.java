package io.daybook.transaction;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether a transaction moves money: one word for all ({@code posted}), or by its status ({@code
 * paid=posted failed=none}). A status that is not listed rejects the transaction: guessing would
 * put wrong money into the sums.
 */
final class EffectRule {
  private static final Set<String> EFFECTS = Set.of("posted", "pending", "none");

  private final @Nullable String always;
  private final Map<String, String> byStatus;

  EffectRule(String spec) {
    boolean single = EFFECTS.contains(spec.strip());
    always = single ? spec.strip() : null;
    byStatus = single ? Map.of() : parse(spec);
  }

  private static Map<String, String> parse(String spec) {
    return Arrays.stream(spec.strip().split("\\s+", -1))
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], EffectRule::effect));
  }

  private static String effect(String[] pair) {
    if (pair.length != 2 || !EFFECTS.contains(pair[1])) {
      throw new IllegalArgumentException(
          "effect must be one of %s or status=effect pairs, was \"%s\""
              .formatted(EFFECTS, String.join("=", pair)));
    }
    return pair[1];
  }

  String of(String status) throws UnmappableException {
    String effect = always != null ? always : byStatus.get(status);
    if (effect == null) {
      throw UnmappableException.unknown("status", status, byStatus.keySet());
    }
    return effect;
  }
}
