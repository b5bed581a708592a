package io.daybook.route;

/** Thrown when a route file cannot be used; names the file, and the line where Camel knows it. */
public final class RouteFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RouteFileException(String file, Throwable reason) {
    super(file + ": " + oneLine(deepest(reason)), reason);
  }

  private static Throwable deepest(Throwable reason) {
    Throwable deepest = reason;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return deepest;
  }

  private static String oneLine(Throwable reason) {
    if (reason instanceof ClassNotFoundException) {
      return "there is no class " + reason.getMessage();
    }
    return String.valueOf(reason.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
