package io.daybook.store;

import java.util.Arrays;

/**
 * Which ids a run has met: a set of 64-bit fingerprints, 16 bytes each at the most. It only tells
 * "unchanged" and "repeated" apart, and what vanished; whether a transaction is stored, the table
 * alone decides, so two ids with one fingerprint cost a wrong count, never a row.
 */
public final class SeenIds {
  private long[] slots = new long[1024];
  private int size;

  /** Returns whether the id is new. */
  public synchronized boolean add(String id) {
    if (size * 2 >= slots.length) {
      grow();
    }
    return put(fingerprint(id));
  }

  public synchronized boolean contains(String id) {
    long fingerprint = fingerprint(id);
    int slot = (int) fingerprint & (slots.length - 1);
    while (slots[slot] != 0 && slots[slot] != fingerprint) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slots[slot] != 0;
  }

  public synchronized boolean isEmpty() {
    return size == 0;
  }

  private boolean put(long fingerprint) {
    int slot = (int) fingerprint & (slots.length - 1);
    while (slots[slot] != 0) {
      if (slots[slot] == fingerprint) {
        return false;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = fingerprint;
    size++;
    return true;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[old.length * 2];
    size = 0;
    Arrays.stream(old).filter(each -> each != 0).forEach(this::put);
  }

  /** FNV-1a over the characters, finished with the mixer of MurmurHash3; 0 marks an empty slot. */
  private static long fingerprint(String id) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    hash ^= hash >>> 33;
    return hash == 0 ? 1 : hash;
  }
}
