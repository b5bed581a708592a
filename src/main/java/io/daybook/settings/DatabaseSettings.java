package io.daybook.settings;

/** Where the tables are. Empty user or password: left to the URL or the server. */
public record DatabaseSettings(
    String url, String user, String password, String schema, boolean migrateAtStart, int poolSize) {

  private static final Range POOL_SIZE = new Range(2, 2000);
  private static final Kind<String> URL =
      Kind.matching(
          "jdbc:postgresql:(?!.*currentSchema=).+",
          "a JDBC URL of PostgreSQL such as jdbc:postgresql://localhost:5432/daybook, without"
              + " currentSchema",
          "");
  private static final Kind<String> SCHEMA =
      Kind.matching(
          "[a-z_][a-z0-9_]{0,62}", "lower case letters, digits and _, at most 63", "daybook");

  public DatabaseSettings {
    POOL_SIZE.check("poolSize", poolSize);
    URL.neededIf(false, "").check("url", url);
    SCHEMA.check("schema", schema);
  }

  static DatabaseSettings read(Values values, WorkerSettings worker, StoreSettings store) {
    String poolSizeName = "daybook.database.pool-size";
    int enough = worker.concurrency() * (store.writers() + 1) + 2;
    int poolSize = values.read(poolSizeName, Kind.integer(POOL_SIZE).neededIf(false, enough));
    values.resolve(poolSizeName, poolSize);
    return new DatabaseSettings(
        values.read("daybook.database.url", URL.neededIf(values.needs(Need.DATABASE), "")),
        values.text("daybook.database.user"),
        values.text("daybook.database.password"),
        values.read("daybook.database.schema", SCHEMA),
        values.read("daybook.database.migrate", Kind.oneOf("start", "never")).equals("start"),
        poolSize);
  }

  @Override
  public String toString() {
    return "%s, schema %s".formatted(Mask.value("url", url), schema);
  }
}
