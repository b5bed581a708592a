package io.daybook.schedule;

import java.util.Map;

/**
 * A wanted day on its way to the queue.
 *
 * @param group the message group
 * @param body the message
 * @param mark what {@code mark-day-asked.sql} needs once the queue has accepted it
 */
public record WantedDay(String group, String body, Map<String, Object> mark) {}
