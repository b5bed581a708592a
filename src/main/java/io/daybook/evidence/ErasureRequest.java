package io.daybook.evidence;

import io.daybook.gateway.Gateway;
import io.daybook.transaction.Erasure;
import org.jspecify.annotations.Nullable;

/**
 * What is to be erased, by whom and why.
 *
 * @param id of one transaction, or null if it is asked for by a reference
 * @param allPages whether all pages of the gateway are searched, not only those of the days around
 * @param dryRun whether to look only
 */
public record ErasureRequest(
    Gateway gateway,
    @Nullable String id,
    @Nullable String reference,
    Erasure erasure,
    String by,
    String reason,
    boolean allPages,
    boolean dryRun) {}
