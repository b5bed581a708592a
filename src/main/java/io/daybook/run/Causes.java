package io.daybook.run;

import io.daybook.message.Excerpt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.apache.camel.CamelExchangeException;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import software.amazon.awssdk.core.exception.SdkException;

/** Finds which of the listed causes a failure has. What is not listed is {@code internal}. */
public final class Causes {
  private static final int CHARACTERS_MAX = 500;

  private Causes() {}

  public static String of(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof Failure listed) {
        return listed.cause();
      }
      if (isOurs(each)) {
        return "internal";
      }
      if (each instanceof HttpOperationFailedException status) {
        return ofStatus(status.getStatusCode());
      }
      if (each instanceof IOException) {
        return "gateway-unavailable";
      }
    }
    return "internal";
  }

  /** Our own files, database and queue: their connections break like a gateway's, but are not. */
  private static boolean isOurs(Throwable failure) {
    return failure instanceof UncheckedIOException
        || failure instanceof DataAccessException
        || failure instanceof SQLException
        || failure instanceof SdkException;
  }

  private static String ofStatus(int status) {
    if (status == 401 || status == 403) {
      return "gateway-refused";
    }
    return status == 429 || status >= 500 ? "gateway-unavailable" : "gateway-answer";
  }

  /** Returns the failure in one printable line; never with a message body. */
  public static String message(Throwable failure) {
    Throwable told = listed(failure);
    while (told instanceof CamelExchangeException && told.getCause() != null) {
      told = told.getCause();
    }
    String text =
        told instanceof Failure || told.getMessage() == null
            ? String.valueOf(told.getMessage())
            : told.getClass().getSimpleName() + ": " + told.getMessage();
    return Excerpt.of(text, CHARACTERS_MAX);
  }

  /** Camel wraps what a method in an expression throws; its wrapping tells an operator nothing. */
  private static Throwable listed(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof Failure) {
        return each;
      }
    }
    return failure;
  }

  /** Returns the first failure of that type among the causes, or null. */
  public static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> type) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (type.isInstance(each)) {
        return type.cast(each);
      }
    }
    return null;
  }
}
