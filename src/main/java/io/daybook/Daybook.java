package io.daybook;

import io.daybook.command.CommandLines;
import io.daybook.command.Surroundings;

/** The jar's main class: {@code java -jar daybook.jar [command]}. */
public final class Daybook {
  private Daybook() {}

  public static void main(String[] arguments) {
    System.exit(CommandLines.of(Surroundings.real()).execute(arguments));
  }
}
