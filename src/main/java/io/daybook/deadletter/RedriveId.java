package io.daybook.deadletter;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The deduplication id of a copy that a redrive sends. It is not that of the first send, which
 * would swallow the copy within five minutes, and is the same again if this very redrive is
 * repeated after a crash. A copy that fails again is known by it; the message's id makes sure that
 * no one else can send it.
 *
 * @param number which redrive of the dead letter it is, from 1
 * @param messageId the message that had failed
 */
record RedriveId(long deadLetterId, int number, String messageId) {
  private static final Pattern FORM = Pattern.compile("redrive_(\\d{1,18})_(\\d{1,9})_(.+)");

  static RedriveId next(DeadLetter letter) {
    return new RedriveId(letter.id(), letter.redrives() + 1, letter.messageId());
  }

  /** Returns null if it is the deduplication id of another message. */
  static @Nullable RedriveId parse(String deduplicationId) {
    Matcher form = FORM.matcher(deduplicationId);
    return form.matches()
        ? new RedriveId(
            Long.parseLong(form.group(1)), Integer.parseInt(form.group(2)), form.group(3))
        : null;
  }

  /** Adds what the statements that record a dead letter know a copy by; nulls if it is none. */
  static void putInto(Map<String, Object> row, String deduplicationId) {
    RedriveId id = parse(deduplicationId);
    row.put("redriveOf", id == null ? null : id.deadLetterId());
    row.put("redriveNumber", id == null ? null : id.number());
    row.put("redrivenMessageId", id == null ? null : id.messageId());
  }

  @Override
  public String toString() {
    return "redrive_%d_%d_%s".formatted(deadLetterId, number, messageId);
  }
}
