package io.daybook.page;

import io.daybook.gateway.GatewayAnswerException;
import io.daybook.gateway.Secrets;
import io.daybook.transaction.Erasure;
import io.daybook.transaction.JsonTransactions;
import io.daybook.transaction.RawTransaction;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Copies an answer on its way into the archive: as it is, less what is personal, and with a note in
 * place of what was erased before. What is neither costs nothing.
 */
final class Keeping {
  private final JsonTransactions mapping;
  private final Map<String, Erasure> erased;
  private final Secrets secrets;
  private long replaced;
  private @Nullable String fault;

  Keeping(JsonTransactions mapping, Map<String, Erasure> erased, Secrets secrets) {
    this.mapping = mapping;
    this.erased = erased;
    this.secrets = secrets;
  }

  /** Returns why the rest was left out, or null if all was copied. */
  @Nullable String fault() {
    return fault;
  }

  /** Returns whether a transaction was replaced. */
  boolean hasErased() {
    return replaced > 0;
  }

  void copy(InputStream answer, OutputStream out) throws IOException {
    if (mapping.personal().isEmpty()) {
      eraseOrCopy(answer, out);
    } else {
      MaskedStream masked = new MaskedStream(answer, mapping.personal());
      eraseOrCopy(masked, out);
      fault = masked.fault() == null ? fault : masked.fault();
    }
  }

  private void eraseOrCopy(InputStream in, OutputStream out) throws IOException {
    if (erased.isEmpty()) {
      transfer(in, out);
      return;
    }
    try {
      replaced = new RecordEraser(mapping, Set.of(), this::erasureOf, secrets).copy(in, out);
    } catch (GatewayAnswerException unreadable) {
      fault = unreadable.getMessage();
    }
  }

  private @Nullable Erasure erasureOf(RawTransaction raw) {
    String id = mapping.idOf(raw);
    return id == null ? null : erased.get(id);
  }

  private static void transfer(InputStream in, OutputStream out) throws IOException {
    byte[] buffer = new byte[1 << 16];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      out.write(buffer, 0, read);
    }
  }
}
