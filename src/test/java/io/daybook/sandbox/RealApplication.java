package io.daybook.sandbox;

import java.util.Map;

/** The application as it is delivered, in this JVM. */
@SuppressWarnings("DoNotCallSuggester")
final class RealApplication implements AutoCloseable {
  private RealApplication() {}

  static RealApplication start(Map<String, String> settings) {
    throw new IllegalStateException("Not yet; try --servers. It would get " + settings.keySet());
  }

  int command(String... arguments) {
    throw new IllegalStateException(String.join(" ", arguments));
  }

  @Override
  public void close() {}
}
