/**
 * Daybook: every payment transaction of every gateway, each stored exactly once, each day proven.
 *
 * <p>The data's way, and the order of the packages: a message asks for days, a run takes one, pages
 * are downloaded and archived, their records become transactions, batches of them are stored, and
 * the day is judged. The routes in {@code routes/} say what happens when.
 */
@NullMarked
package io.daybook;

import org.jspecify.annotations.NullMarked;
