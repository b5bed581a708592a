package io.daybook.promises;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A row of the table in the documentation, written by hand from what ought to be.
 *
 * @param page which page misbehaves
 * @param cause empty if there is none
 * @param stored rows of that day in the table
 * @param requests for pages of that day, over all runs
 */
record FaultRow(
    String fault,
    String gateway,
    int page,
    String state,
    String cause,
    long stored,
    long rejected,
    long requests) {
  private static final Path PAGE = Path.of("docs/reference/gateway-faults.md");

  static List<FaultRow> all() {
    try (Stream<String> lines = Files.lines(PAGE)) {
      return lines
          .filter(line -> line.matches("\\| `[^|]*` (\\|[^|]*){8}\\|"))
          .map(FaultRow::of)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The second column is for people: what the gateway does. */
  private static FaultRow of(String line) {
    List<String> cells =
        Arrays.stream(line.replace("`", "").split("\\|")).skip(1).map(String::strip).toList();
    return new FaultRow(
        cells.get(0),
        cells.get(2),
        Integer.parseInt(cells.get(3)),
        cells.get(4),
        cells.get(5),
        Long.parseLong(cells.get(6)),
        Long.parseLong(cells.get(7)),
        Long.parseLong(cells.get(8)));
  }

  boolean isDeadLettered() {
    return state.equals("failed");
  }

  String expected() {
    return "%s, %s, stored %d, rejected %d, requests %d"
        .formatted(state, cause, stored, rejected, requests);
  }

  @Override
  public String toString() {
    return fault;
  }
}
