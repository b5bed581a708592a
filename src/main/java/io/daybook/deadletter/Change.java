package io.daybook.deadletter;

import org.jspecify.annotations.Nullable;

/** Who changes a dead letter, and why. */
public record Change(String by, @Nullable String reason) {}
