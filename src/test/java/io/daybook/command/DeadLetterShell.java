package io.daybook.command;

import io.daybook.testing.World;
import java.util.stream.Stream;

/** Where {@code dead-letters} is typed. */
record DeadLetterShell(World world) {

  Shell.Result type(String... arguments) {
    return typed(Stream.of("dead-letters"), arguments);
  }

  Shell.Result redrive(String... more) {
    return typed(Stream.of("dead-letters", "redrive", "--rate", "500"), more);
  }

  Shell.Result discard(String... more) {
    return typed(Stream.of("dead-letters", "discard", "--reason", "no longer needed"), more);
  }

  private Shell.Result typed(Stream<String> first, String... more) {
    return new Shell(world).type(Stream.concat(first, Stream.of(more)).toArray(String[]::new));
  }
}
