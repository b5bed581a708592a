package io.daybook.health;

import io.daybook.message.Excerpt;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where an {@link Error} struck. It is never forgotten: whatever was at work then is in an unknown
 * state, and only a new process is in a known one.
 */
public final class FatalErrors {
  private static final Logger LOG = LoggerFactory.getLogger(FatalErrors.class);
  private static final int CHARACTERS_MAX = 300;

  private final AtomicReference<@Nullable String> first = new AtomicReference<>();

  /** Takes note of whose work ended: {@code where} is the beginning of a sentence. */
  public void note(String where, Error error) {
    LOG.error("{} died: restart this process", where, error);
    String what = error.getClass().getSimpleName() + " " + error.getMessage();
    first.compareAndSet(
        null,
        Excerpt.of("%s died of %s: restart this process".formatted(where, what), CHARACTERS_MAX));
  }

  /** Returns what died first and what to do about it, or null if nothing did. */
  public @Nullable String fault() {
    return first.get();
  }
}
