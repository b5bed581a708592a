/**
 * What could not be done, kept with its cause until somebody decides.
 *
 * <p>A worker writes a dead letter by {@link DeadLetters}. A person meets it at the {@link
 * DeadLetterDesk}, which keeps two things in step: the {@link DeadLetterTable}, which is the
 * record, and the {@link DeadLetterQueue}, whose messages only carry it. A {@link Sweep} reads that
 * queue once; a {@link Redrive} sends letters back.
 */
@NullMarked
package io.daybook.deadletter;

import org.jspecify.annotations.NullMarked;
