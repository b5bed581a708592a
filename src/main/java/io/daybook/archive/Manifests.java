package io.daybook.archive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.daybook.database.Statements;
import io.daybook.run.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Writes the manifest of a run: what was asked, and which file holds which answer. It is complete
 * under its name, or not there.
 */
public final class Manifests {
  private static final JsonFactory JSON = new JsonFactory();

  private final PageStore store;
  private final Statements statements;
  private final String instance;

  public Manifests(PageStore store, Statements statements, String instance) {
    this.store = store;
    this.statements = statements;
    this.instance = instance;
  }

  /** Writes it, and returns what {@code note-manifest.sql} keeps of it. */
  public Map<String, Object> write(Run run) {
    String name = Names.manifest(Names.folder(run.gateway(), run.date(), run.id()));
    try (Draft draft = store.begin(name)) {
      MeasuredOutput measured = new MeasuredOutput(draft.out());
      try (JsonGenerator json = JSON.createGenerator(measured).useDefaultPrettyPrinter()) {
        write(json, run);
      }
      draft.finish();
      Map<String, Object> parameters = new HashMap<>(run.parameters());
      parameters.put("manifestSha256", measured.measure().sha256());
      return parameters;
    } catch (IOException notWritable) {
      throw new UncheckedIOException(
          "The archive %s cannot be written: make room or make it writable"
              .formatted(store.place()),
          notWritable);
    }
  }

  private void write(JsonGenerator json, Run run) throws IOException {
    json.writeStartObject();
    json.writeNumberField("format", 1);
    json.writeStringField("gateway", run.gateway());
    json.writeStringField("businessDate", run.date().toString());
    json.writeStringField("zone", run.day().zone().getId());
    json.writeStringField("windowFrom", run.day().from().toString());
    json.writeStringField("windowTo", run.day().to().toString());
    json.writeNumberField("run", run.id());
    json.writeStringField("instance", instance);
    json.writeStringField("daybook", version());
    json.writeArrayFieldStart("pages");
    PageRecords pages = new PageRecords(statements, run.id());
    while (pages.hasNext()) {
      ManifestPage.of(pages.next()).write(json);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static String version() {
    String version = Manifests.class.getPackage().getImplementationVersion();
    return Objects.requireNonNullElse(version, "(not packaged)");
  }
}
