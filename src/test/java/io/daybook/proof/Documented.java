package io.daybook.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Queries as the documentation shows them, so that a proof asks what people ask. */
final class Documented {
  private Documented() {}

  /** The first query below a heading, for another gateway and day than it names. */
  static String sql(String page, String heading, String gateway, Object date) {
    try {
      String text = Files.readString(Path.of("docs").resolve(page));
      String section = text.substring(text.indexOf("\n## " + heading + "\n"));
      String query = section.substring(section.indexOf("```sql\n") + 7);
      return query
          .substring(0, query.indexOf("```"))
          .replace("'stripe'", "'" + gateway + "'")
          .replace("'2024-07-10'", "'" + date + "'")
          .replace(";", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
