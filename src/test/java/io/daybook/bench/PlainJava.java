package io.daybook.bench;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * What the store is measured against: the same answer, read as a stream, parsed and inserted in
 * batches over two connections into the same table, with nothing else. No archive, no look-up, no
 * accounting, no second reading.
 */
final class PlainJava {
  private static final String INSERT =
      """
      INSERT INTO transactions (gateway, transaction_id, business_date, type, status, effect, amount_minor, currency,
                                fee_minor, occurred_at, related_id, payload, content_hash, observed_at, run_id)
      SELECT 'plain', id, DATE '2024-07-10', type, status, 'posted', amount, upper(currency), fee,
             to_timestamp(created), related, payload::json, hash, now(), 1
      FROM unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::bigint[], ?::bigint[], ?::text[],
                  ?::text[], ?::bytea[])
           AS t (id, type, status, amount, currency, fee, created, related, payload, hash)
      ON CONFLICT DO NOTHING
      """;
  private static final List<JsonNode> END = List.of();

  private final DataSource source;
  private final int batchSize;

  PlainJava(DataSource source, int batchSize) {
    this.source = source;
    this.batchSize = batchSize;
  }

  void store(String url, int connections) throws Exception {
    BlockingQueue<List<JsonNode>> batches = new ArrayBlockingQueue<>(2);
    ExecutorService pool = Executors.newFixedThreadPool(connections);
    List<Future<?>> writers = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      writers.add(pool.submit(() -> write(batches)));
    }
    try {
      read(url, batches);
    } catch (IllegalStateException stuck) {
      writers.get(0).get();
    }
    for (int i = 0; i < connections; i++) {
      hand(batches, END);
    }
    for (Future<?> writer : writers) {
      writer.get();
    }
    pool.shutdown();
  }

  private void read(String url, BlockingQueue<List<JsonNode>> batches) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
    InputStream body =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream()).body();
    try (JsonParser parser = new ObjectMapper().createParser(body)) {
      while (parser.nextToken() != JsonToken.START_ARRAY) {}
      List<JsonNode> batch = new ArrayList<>();
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        batch.add(parser.readValueAsTree());
        if (batch.size() == batchSize) {
          hand(batches, batch);
          batch = new ArrayList<>();
        }
      }
      if (!batch.isEmpty()) {
        hand(batches, batch);
      }
    }
  }

  private static void hand(BlockingQueue<List<JsonNode>> batches, List<JsonNode> batch)
      throws InterruptedException {
    if (!batches.offer(batch, 30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("The writers no longer take batches");
    }
  }

  private Void write(BlockingQueue<List<JsonNode>> batches) throws Exception {
    try (Connection connection = source.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      connection.setSchema("daybook");
      for (List<JsonNode> batch = batches.take(); batch != END; batch = batches.take()) {
        insert(insert, batch);
      }
    }
    return null;
  }

  private static void insert(PreparedStatement insert, List<JsonNode> batch) throws Exception {
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    String[][] texts = new String[6][batch.size()];
    Long[][] numbers = new Long[3][batch.size()];
    byte[][] hashes = new byte[batch.size()][];
    for (int i = 0; i < batch.size(); i++) {
      JsonNode record = batch.get(i);
      texts[0][i] = record.get("id").textValue();
      texts[1][i] = record.get("reporting_category").textValue();
      texts[2][i] = record.get("status").textValue();
      texts[3][i] = record.get("currency").textValue();
      texts[4][i] = record.get("source").textValue();
      texts[5][i] = record.toString();
      numbers[0][i] = record.get("amount").longValue();
      numbers[1][i] = record.get("fee").longValue();
      numbers[2][i] = record.get("created").longValue();
      hashes[i] = sha256.digest(texts[5][i].getBytes(StandardCharsets.UTF_8));
    }
    insert.setObject(1, texts[0]);
    insert.setObject(2, texts[1]);
    insert.setObject(3, texts[2]);
    insert.setObject(4, numbers[0]);
    insert.setObject(5, texts[3]);
    insert.setObject(6, numbers[1]);
    insert.setObject(7, numbers[2]);
    insert.setObject(8, texts[4]);
    insert.setObject(9, texts[5]);
    insert.setObject(10, hashes);
    insert.executeUpdate();
  }
}
