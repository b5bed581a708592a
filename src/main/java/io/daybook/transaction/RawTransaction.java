package io.daybook.transaction;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * One record of a page, as received.
 *
 * @param position its place in the page, from 0
 * @param bytes the gateway's own bytes, from the record's first brace to its last
 * @param fields the same, parsed
 * @param erased what is left of it, if it was erased; then that is what the bytes say
 */
@SuppressWarnings(
    "ArrayRecordComponent") // never compared; a copy per record would cost the store a tenth
public record RawTransaction(
    long position, byte[] bytes, JsonNode fields, @Nullable ErasedRecord erased) {

  public RawTransaction(long position, byte[] bytes, JsonNode fields) {
    this(position, bytes, fields, null);
  }
}
