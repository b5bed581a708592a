package io.daybook.page;

import io.daybook.store.Batch;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** One writer's share of a page: batch after batch, taken from the reading that all lanes share. */
final class Lane implements Iterator<Batch> {
  private final PageReading reading;
  private @Nullable Batch next;

  Lane(PageReading reading) {
    this.reading = reading;
  }

  @Override
  public boolean hasNext() {
    if (next == null) {
      next = reading.take();
    }
    return next != null;
  }

  @Override
  public Batch next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    Batch taken = next;
    next = null;
    return taken;
  }
}
