package io.daybook.testing;

import java.util.Iterator;

/** A list that ends the thread that reads it. */
public final class Deadly {
  private static final String ROUTE =
      """
      - beans:
          - name: deadly
            type: io.daybook.testing.Deadly
      - route:
          id: %1$s
          errorHandler:
            noErrorHandler: {}
          from:
            uri: direct:%1$s
            steps:
              - split:
                  streaming: true
                  expression:
                    method:
                      ref: deadly
                      method: items
                  steps:
                    - log:
                        message: never
      """;

  /** A route file that does so in place of a step. */
  public static String route(String step) {
    return ROUTE.formatted(step);
  }

  public Iterator<String> items() {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return true;
      }

      @Override
      public String next() {
        throw new NoClassDefFoundError("thrown by the test");
      }
    };
  }
}
