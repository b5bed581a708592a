package io.daybook.archive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads a manifest page by page. */
public final class ManifestReader implements Closeable {
  private static final JsonFactory JSON = new JsonFactory();

  private final JsonParser json;
  private @Nullable ManifestPage next;

  private ManifestReader(InputStream in) throws IOException {
    json = JSON.createParser(in);
    while (json.nextToken() != JsonToken.START_ARRAY) {
      if (json.currentToken() == null) {
        throw new IOException("the manifest has no pages");
      }
    }
    advance();
  }

  /**
   * Opens the manifest of a run.
   *
   * @return null if it is not the one with that hash; then nothing in it can be trusted
   * @throws java.nio.file.NoSuchFileException if it is not there
   */
  public static @Nullable ManifestReader open(PageStore store, String folder, byte[] sha256)
      throws IOException {
    String name = Names.manifest(folder);
    try (InputStream in = store.open(name)) {
      if (!Arrays.equals(Measure.of(in).sha256(), sha256)) {
        return null;
      }
    }
    return new ManifestReader(new BufferedInputStream(store.open(name)));
  }

  /** Takes the next page; returns what differs from the table, or null if nothing does. */
  public @Nullable String differenceTo(PageRecord page) throws IOException {
    ManifestPage listed = next;
    if (listed == null) {
      return "nothing";
    }
    advance();
    String field = ManifestPage.of(page).differenceTo(listed);
    return field == null
        ? null
        : "another %s than the table: %s".formatted(field, listed.fields().get(field));
  }

  public boolean hasMore() {
    return next != null;
  }

  private void advance() throws IOException {
    next = json.nextToken() == JsonToken.START_OBJECT ? ManifestPage.read(json) : null;
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
