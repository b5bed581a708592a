package io.daybook.deadletter;

import com.zaxxer.hikari.HikariDataSource;
import io.daybook.database.Database;
import io.daybook.database.Statements;
import io.daybook.queue.Queues;
import io.daybook.settings.Settings;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Where a person sees all dead letters, of the table and of the queue, and decides about them. */
public final class DeadLetterDesk implements AutoCloseable {
  private final HikariDataSource database;
  private final SqsClient sqs;
  private final String daysUrl;
  private final DeadLetterTable table;
  private final DeadLetterQueue queue;

  public DeadLetterDesk(Settings settings) {
    database = Database.dataSource(settings.database());
    sqs = Queues.client(settings.queue());
    daysUrl = settings.queue().daysUrl();
    table = new DeadLetterTable(new Statements(database));
    queue = new DeadLetterQueue(sqs, settings.queue());
  }

  public DeadLetterTable table() {
    return table;
  }

  /** Reads the whole queue, and records what came there without us; deletes nothing. */
  public Survey survey() {
    Set<Long> carried = new HashSet<>();
    Sweep sweep = Sweep.of(queue);
    sweep.run(
        message -> {
          carried.add(table.findOrRecord(message).id());
          return false;
        });
    table.resolve();
    return new Survey(carried, sweep.unread());
  }

  /** Returns the open dead letters that a filter leaves and that are on the dead-letter queue. */
  public List<DeadLetter> choose(Filter filter, int limit) {
    Survey survey = survey();
    return table.find(filter).stream()
        .filter(DeadLetter::isOpen)
        .filter(survey::hasArrived)
        .limit(limit)
        .toList();
  }

  /** Each is told as soon as it is done. */
  public Redrive redrive(Change change, double perSecond, Consumer<DeadLetter> told) {
    Sender sender = new Sender(sqs, daysUrl, new Pace(perSecond));
    return new Redrive(this, new Leftovers(table, queue), sender, change, told);
  }

  /** Each is told as soon as it is marked. */
  public void discard(List<DeadLetter> chosen, Change change, Consumer<DeadLetter> told) {
    Set<Long> discarded = new HashSet<>();
    for (DeadLetter letter : chosen) {
      if (table.markDiscarded(letter, change)) {
        discarded.add(letter.id());
        told.accept(letter);
      }
    }
    new Leftovers(table, queue).remove(discarded);
  }

  @Override
  public void close() {
    sqs.close();
    database.close();
  }
}
