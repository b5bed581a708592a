package io.daybook.testing;

import java.util.Iterator;

/** A list that ends the thread that reads it. */
public final class Deadly {

  public Iterator<String> items() {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return true;
      }

      @Override
      public String next() {
        throw new NoClassDefFoundError("thrown by the test");
      }
    };
  }
}
