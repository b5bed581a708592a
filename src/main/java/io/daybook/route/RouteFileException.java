package io.daybook.route;

import java.util.stream.Stream;
import org.apache.camel.FailedToCreateRouteException;

/** Thrown when a route file cannot be used; names the file, and the line where Camel knows it. */
public final class RouteFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RouteFileException(String file, Throwable reason) {
    super(file + ": " + reason(reason), reason);
  }

  /**
   * Returns a failure to start as one line that names the file. A misspelt endpoint option is found
   * only when the route is created, and Camel then names the route alone; the file has its name.
   */
  public static String describe(Throwable failure) {
    return causes(failure)
        .filter(FailedToCreateRouteException.class::isInstance)
        .map(FailedToCreateRouteException.class::cast)
        .findFirst()
        .map(created -> "route " + created.getRouteId() + ": " + reason(failure))
        .orElseGet(() -> oneLine(outermostOfOurs(failure)));
  }

  private static Throwable outermostOfOurs(Throwable failure) {
    return causes(failure).filter(RouteFileException.class::isInstance).findFirst().orElse(failure);
  }

  private static String reason(Throwable failure) {
    return oneLine(causes(failure).reduce(failure, (outer, inner) -> inner));
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, each -> each != null, Throwable::getCause);
  }

  private static String oneLine(Throwable reason) {
    return String.valueOf(reason.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
