package io.daybook.command;

import io.daybook.settings.SettingsException;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import software.amazon.awssdk.core.exception.SdkException;

/** Turns a failure into one line for a person and an exit code for a script. */
final class Failures implements IExecutionExceptionHandler {
  private static final String UNDEFINED_TABLE = "42P01";

  private final BooleanSupplier verbose;

  Failures(BooleanSupplier verbose) {
    this.verbose = verbose;
  }

  /** Shows what was not understood, and the usage. */
  static int notUnderstood(ParameterException e, String[] arguments) {
    PrintWriter err = e.getCommandLine().getErr();
    err.println(e.getMessage());
    e.getCommandLine().usage(err);
    return CommandLine.ExitCode.USAGE;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    err.println(line(e));
    if (verbose.getAsBoolean()) {
      e.printStackTrace(err);
    }
    err.flush();
    return CommandLine.ExitCode.SOFTWARE;
  }

  static String line(Throwable failure) {
    if (failure instanceof SettingsException || failure instanceof CommandException) {
      return String.valueOf(failure.getMessage());
    }
    PSQLException database = find(failure, PSQLException.class);
    if (database != null) {
      return "The database cannot be used: " + words(database) + next(database);
    }
    SdkException queue = find(failure, SdkException.class);
    return queue != null ? "The queue cannot be used: " + words(queue) : words(failure);
  }

  private static String next(PSQLException refusal) {
    return UNDEFINED_TABLE.equals(refusal.getSQLState())
        ? "; bring the schema up to date: " + CommandLines.PROGRAM + " migrate"
        : "";
  }

  static String words(Throwable failure) {
    String message = Objects.requireNonNullElse(failure.getMessage(), failure.toString());
    return message.replaceAll("\\s+", " ").strip();
  }

  private static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> type) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (type.isInstance(each)) {
        return type.cast(each);
      }
    }
    return null;
  }
}
