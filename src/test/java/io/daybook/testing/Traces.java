package io.daybook.testing;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Every place of a world where something that a gateway said may be kept: the archive, unpacked;
 * each table; what was logged; the dead-letter queue.
 */
public final class Traces implements AutoCloseable {
  private static final String TABLES =
      "SELECT table_name FROM information_schema.tables WHERE table_schema = 'daybook' AND table_type = 'BASE TABLE'";

  private final World world;
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  /** Listens to the log from now on. */
  public Traces(World world) {
    this.world = world;
    log.start();
    root.addAppender(log);
  }

  /** Returns the places that hold a text. */
  public List<String> of(String text) throws IOException {
    List<String> places = new ArrayList<>();
    for (Map.Entry<String, String> place : texts().entrySet()) {
      if (place.getValue().contains(text)) {
        places.add(place.getKey());
      }
    }
    return places;
  }

  private Map<String, String> texts() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    new Archive(world).all().forEach((name, bytes) -> texts.put(name, unpacked(name, bytes)));
    world.sql().queryForList(TABLES, String.class).forEach(table -> texts.put(table, rows(table)));
    texts.put("log", logged());
    texts.put("dead-letter queue", letters());
    return texts;
  }

  private static String unpacked(String name, byte[] bytes) {
    if (!name.endsWith(".gz")) {
      return new String(bytes, StandardCharsets.UTF_8);
    }
    try (GZIPInputStream content = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Bytes as the text that they are. */
  private String rows(String table) {
    StringBuilder rows = new StringBuilder();
    for (Map<String, Object> row : world.sql().queryForList("SELECT * FROM " + table)) {
      for (Object value : row.values()) {
        String text =
            value instanceof byte[] bytes
                ? new String(bytes, StandardCharsets.UTF_8)
                : String.valueOf(value);
        rows.append(text).append('\n');
      }
    }
    return rows.toString();
  }

  private String logged() {
    StringBuilder lines = new StringBuilder();
    for (ILoggingEvent event : List.copyOf(log.list)) {
      lines.append(event.getFormattedMessage()).append('\n');
      if (event.getThrowableProxy() != null) {
        lines.append(ThrowableProxyUtil.asString(event.getThrowableProxy()));
      }
    }
    return lines.toString();
  }

  private String letters() {
    StringBuilder letters = new StringBuilder();
    for (Message letter : world.queues().receive(world.queues().deadLettersUrl())) {
      letters.append(letter.body()).append(letter.messageAttributes()).append('\n');
    }
    return letters.toString();
  }

  @Override
  public void close() {
    root.detachAppender(log);
  }
}
