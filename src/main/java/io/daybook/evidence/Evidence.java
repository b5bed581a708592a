package io.daybook.evidence;

import com.zaxxer.hikari.HikariDataSource;
import io.daybook.archive.PageStore;
import io.daybook.archive.PageStores;
import io.daybook.database.Database;
import io.daybook.database.Statements;
import io.daybook.gateway.Gateway;
import io.daybook.route.ProviderFiles;
import io.daybook.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.LocalDate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The archive, the tables and the provider files together, for commands about days. */
public final class Evidence implements AutoCloseable {
  private final PageStore store;
  private final ProviderFiles providers;
  private final HikariDataSource database;
  private final SingleConnectionDataSource connection;
  private final Verification verification;

  public Evidence(Settings settings) {
    store = PageStores.open(settings.archive());
    providers = new ProviderFiles(settings);
    database = Database.dataSource(settings.database());
    try {
      connection = new SingleConnectionDataSource(database.getConnection(), true);
    } catch (SQLException unreachable) {
      throw new IllegalStateException("The database cannot be used", unreachable);
    }
    verification = new Verification(store, new Statements(connection), providers);
  }

  public DayEvidence verify(Gateway gateway, LocalDate date) {
    return verification.verify(gateway, date);
  }

  /**
   * Reads the archive of a day as a rebuild would.
   *
   * @throws UncheckedIOException if it cannot be read
   */
  public ArchivedDay archived(Gateway gateway, LocalDate date) {
    try {
      return new ArchivedDays(store, new Statements(connection)).check(gateway.name(), date);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(
          "The archive %s cannot be read".formatted(store.place()), unreadable);
    }
  }

  /**
   * Erases transactions from archive and tables.
   *
   * @throws UncheckedIOException if the archive cannot be read or written
   */
  public ErasureReport erase(ErasureRequest request) {
    try {
      return new Eraser(store, new Statements(connection), providers).erase(request);
    } catch (IOException failed) {
      throw new UncheckedIOException(
          "The archive %s cannot be read or written".formatted(store.place()), failed);
    }
  }

  @Override
  public void close() {
    connection.destroy();
    database.close();
    providers.close();
    store.close();
  }
}
